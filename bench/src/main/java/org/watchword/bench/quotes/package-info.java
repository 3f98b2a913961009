/**
 * How well it is told who said what.
 *
 * <p>{@link org.watchword.bench.quotes.GoldenFile} reads texts with their quotes marked in them, {@link
 * org.watchword.bench.quotes.BratFolder} corpora in brat's format; {@link org.watchword.bench.quotes.Matching} pairs what was found with
 * what is marked, {@link org.watchword.bench.quotes.QuoteScores} counts, and {@link org.watchword.bench.quotes.Reliability} tells whether
 * a confidence of 0.9 is right nine times out of ten. What lies in a folder named {@code heldback} is only ever counted: no rule is
 * written after reading its errors.
 */
@NullMarked
package org.watchword.bench.quotes;

import org.jspecify.annotations.NullMarked;
