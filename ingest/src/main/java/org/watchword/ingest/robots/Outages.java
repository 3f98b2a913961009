package org.watchword.ingest.robots;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Since when a robots.txt cannot be reached. Kept beyond the life of a process, or a nightly restart would begin every outage anew. */
public interface Outages {

    /** Notes that {@code origin} could not be reached at {@code now}; answers when that was first so. */
    Instant began(String origin, Instant now);

    /** {@code origin} has answered. */
    void ended(String origin);

    /** Kept in memory only, for looking at a source once. */
    static Outages inMemory() {
        return new Outages() {
            private final Map<String, Instant> since = new ConcurrentHashMap<>();

            @Override
            public Instant began(String origin, Instant now) {
                return since.computeIfAbsent(origin, key -> now);
            }

            @Override
            public void ended(String origin) {
                since.remove(origin);
            }
        };
    }
}
