package org.watchword.desk;

import java.time.InstantSource;
import org.watchword.desk.review.OwnWrites;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.index.EditIndex;
import org.watchword.index.SavedSearches;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementStreams;

/**
 * What the desk asks.
 *
 * @param index for statements; what this desk has just decided is seen in it at once
 * @param edits for edited pages
 * @param streams for all statements of a search
 * @param reviews for what people decide
 * @param searches for the searches people keep
 * @param status for the counts of the line
 * @param health for how the sources are
 * @param clock for the time
 */
public record DeskPorts(
        StatementIndex index,
        EditIndex edits,
        StatementStreams streams,
        ReviewDesk reviews,
        SavedSearches searches,
        StatusSource status,
        HealthSource health,
        InstantSource clock) {

    public DeskPorts {
        index = new OwnWrites(index, reviews);
    }
}
