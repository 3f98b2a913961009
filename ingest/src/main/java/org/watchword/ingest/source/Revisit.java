package org.watchword.ingest.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a source asks for of how often it, or its pages, are looked at. Absent values are the settings'.
 *
 * @param start interval to begin with
 * @param least the interval becomes no shorter
 * @param most the interval becomes no longer
 */
public record Revisit(
        @Nullable Duration start,
        @Nullable Duration least,
        @Nullable Duration most) {

    /** As the settings say. */
    public static final Revisit DEFAULT = new Revisit(null, null, null);

    /** The one interval, always. */
    public static Revisit every(Duration interval) {
        return new Revisit(interval, interval, interval);
    }
}
