package org.watchword.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often an address is looked at, as {@link FetchSchedule} has learned it.
 *
 * @param interval from one look to the next
 * @param changedAt when it was last seen to change, or was published where nothing has changed since; absent while nothing has been captured
 */
public record Rhythm(Duration interval, @Nullable Instant changedAt) {}
