/**
 * The pattern language of rules: what words must stand in a sentence.
 *
 * <p>{@link org.watchword.analyze.pattern.PatternParser} reads a pattern: {@link org.watchword.analyze.pattern.PatternReader} how its parts
 * stand together, {@link org.watchword.analyze.pattern.WordTestReader} what is asked of a single word, {@link
 * org.watchword.analyze.pattern.Phrases} what a name stands for. The {@link org.watchword.analyze.pattern.Element}s become a {@link
 * org.watchword.analyze.pattern.Program} that a {@link org.watchword.analyze.pattern.Run} tries on a sentence, and {@link
 * org.watchword.analyze.pattern.Necessary} says without which words it need not be tried at all.
 *
 * <p>Repetition is bounded, every step leads to later ones only, and what failed at a step and a word is never tried there again: a
 * sentence costs at most its words times the steps of the pattern.
 */
@NullMarked
package org.watchword.analyze.pattern;

import org.jspecify.annotations.NullMarked;
