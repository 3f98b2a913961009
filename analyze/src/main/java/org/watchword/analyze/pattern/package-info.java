/**
 * The pattern language of rules: what words must stand in a sentence.
 *
 * <p>{@link org.watchword.analyze.pattern.PatternParser} reads a pattern into {@link org.watchword.analyze.pattern.Element}s; {@link
 * org.watchword.analyze.pattern.Pattern} runs them over a sentence and names the words without which it cannot match, so that most
 * rules are never tried. Repetition is bounded and a failed state is never tried twice from one start: time grows linearly with the
 * text.
 */
@NullMarked
package org.watchword.analyze.pattern;

import org.jspecify.annotations.NullMarked;
