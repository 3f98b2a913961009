package org.watchword.desk;

import java.time.InstantSource;
import org.watchword.index.EditIndex;
import org.watchword.index.SavedSearches;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementStreams;

/**
 * What the desk asks.
 *
 * @param index for statements
 * @param edits for edited pages
 * @param streams for all statements of a search
 * @param searches for the searches people keep
 * @param status for the counts of the line
 * @param health for how the sources are
 * @param clock for the time
 */
public record DeskPorts(
        StatementIndex index,
        EditIndex edits,
        StatementStreams streams,
        SavedSearches searches,
        StatusSource status,
        HealthSource health,
        InstantSource clock) {}
