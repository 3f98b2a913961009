package org.watchword.index;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many statements were captured in a stretch of time.
 *
 * @param from its beginning
 * @param to its end, not included
 * @param total statements, copies counted each
 * @param categories statements by category id
 */
public record CaptureCount(Instant from, Instant to, long total, SortedMap<String, Long> categories) {

    public CaptureCount {
        categories = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }
}
