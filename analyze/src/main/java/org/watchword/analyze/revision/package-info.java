/**
 * What changed between two texts of a page, word by word, and whether the page said so.
 *
 * <p>{@link org.watchword.analyze.revision.TextDifference} compares two texts: first paragraph by paragraph, then the words (UAX #29)
 * of the paragraphs that differ, with the algorithm of Myers (1986) under a budget that keeps hostile texts from costing more than
 * a second or two. {@link org.watchword.analyze.revision.CorrectionNotes} knows how outlets announce a correction, from
 * {@code languages/TAG/corrections.yaml}. {@link org.watchword.analyze.revision.CaptureSequence} puts the captures of a page in order
 * and tells its {@link org.watchword.model.PageHistory}.
 */
@NullMarked
package org.watchword.analyze.revision;

import org.jspecify.annotations.NullMarked;
