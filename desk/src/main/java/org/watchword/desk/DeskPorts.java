package org.watchword.desk;

import java.time.InstantSource;
import org.watchword.desk.copy.CopySource;
import org.watchword.desk.rule.RuleSource;
import org.watchword.index.EditIndex;
import org.watchword.index.SavedSearches;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementStreams;
import org.watchword.index.StatementSummaries;

/**
 * What the desk asks.
 *
 * @param index for statements
 * @param summaries for statements counted and summed up
 * @param edits for edited pages
 * @param streams for all statements of a search
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
        SavedSearches searches,
        StatusSource status,
        HealthSource health,
        RuleSource rules,
        CopySource copies,
        InstantSource clock) {}
