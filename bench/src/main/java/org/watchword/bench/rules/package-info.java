/**
 * What rules cost: 10,000 beside 100, and Lucene's monitor on the same phrases.
 *
 * <p>{@link org.watchword.bench.rules.GeneratedRules} makes rules of words as frequent as those of real speeches; {@link
 * org.watchword.bench.rules.RuleSpeedCommand} times them over whole speeches, {@link org.watchword.bench.rules.RuleBenchmark} is the same
 * beside {@link org.watchword.bench.rules.LuceneMonitor} under JMH.
 */
@NullMarked
package org.watchword.bench.rules;

import org.jspecify.annotations.NullMarked;
