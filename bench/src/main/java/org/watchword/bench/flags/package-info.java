/**
 * Flags against labelled sentences. {@link org.watchword.bench.flags.FlagsCommand} reads a list ({@code SentenceFile}), has the whole
 * program annotate each sentence as a document of its own ({@code Outcome}) and prints totals with their intervals
 * ({@code FlagReport}, {@code Share}).
 *
 * <p>The list of {@code bench/flags} was written before the rules it measures; its README says how it may be used.
 */
@NullMarked
package org.watchword.bench.flags;

import org.jspecify.annotations.NullMarked;
