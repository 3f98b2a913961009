/**
 * Whether rules answer alike whoever is named. {@link org.watchword.bench.evenhanded.EvenHandedCommand} counts in running text how often each
 * group is named and how often a rule fires about it ({@code GroupTally}, {@code GroupRates}), and then puts other groups into the same
 * sentences ({@link org.watchword.analyze.rule.SwapCheck}): rates may differ because speakers say other things of other groups, answers to
 * the same words may not.
 */
@NullMarked
package org.watchword.bench.evenhanded;

import org.jspecify.annotations.NullMarked;
