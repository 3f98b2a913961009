/**
 * Rules made of an organisation's own list of terms.
 *
 * <p>{@link org.watchword.analyze.rule.term.TermList} reads the CSV file, line by line; {@link
 * org.watchword.analyze.rule.term.TermRule} writes the rule of one term by a fixed formula, with examples made of the term; {@link
 * org.watchword.analyze.rule.term.TermImport} keeps those whose examples come out and names the lines it refuses.
 */
@NullMarked
package org.watchword.analyze.rule.term;

import org.jspecify.annotations.NullMarked;
