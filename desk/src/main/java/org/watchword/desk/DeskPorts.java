package org.watchword.desk;

import java.time.InstantSource;
import org.watchword.desk.copy.CopySource;
import org.watchword.desk.review.OwnWrites;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.desk.rule.RuleSource;
import org.watchword.index.EditIndex;
import org.watchword.index.SavedSearches;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementStreams;
import org.watchword.index.StatementSummaries;

/**
 * What the desk asks.
 *
 * @param index for statements; what this desk has just decided is seen in it at once
 * @param summaries for statements counted and summed up
 * @param edits for edited pages
 * @param streams for all statements of a search
 * @param reviews for what people decide
 * @param searches for the searches people keep
 * @param status for the counts of the line
 * @param health for how the sources are
 * @param rules for what the rules say
 * @param copies for pages as they were captured
 * @param clock for the time
 */
public record DeskPorts(
        StatementIndex index,
        StatementSummaries summaries,
        EditIndex edits,
        StatementStreams streams,
        ReviewDesk reviews,
        SavedSearches searches,
        StatusSource status,
        HealthSource health,
        RuleSource rules,
        CopySource copies,
        InstantSource clock) {

    public DeskPorts {
        index = new OwnWrites(index, reviews);
    }
}
