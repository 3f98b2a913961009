/**
 * Quotes in time order, to be taken away: by researchers into a spreadsheet, by lawyers into an annex, by others into tools of their own.
 *
 * <p>{@link org.watchword.desk.timeline.TimelineCollector} brings what a query finds from the index into a file of its own, a row a line, so
 * that an export of any size needs no more memory than one page of hits and goes on where it was interrupted. From that file
 * {@link org.watchword.desk.timeline.Timeline} reads the rows as often as a format needs, and {@link org.watchword.desk.timeline.MethodNote}
 * sums up what they are and how they were found. A {@link org.watchword.desk.timeline.TimelineFormat} writes both. No clock is asked: the
 * same rows give the same bytes.
 */
@NullMarked
package org.watchword.desk.timeline;

import org.jspecify.annotations.NullMarked;
