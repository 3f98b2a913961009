package org.watchword.index;

import java.time.Duration;

/**
 * How analyses are written.
 *
 * @param bulkActions writes collected before a bulk request is sent
 * @param bulkBytes size of a bulk request, in bytes, at which it is sent earlier
 * @param maxPoll analyses written at once; offsets are committed after all of them are written
 * @param backoffStart wait after a first failed request; doubles with each further one
 * @param backoffMax longest wait between two attempts
 * @param topicPrefix put before every topic name
 * @param groupId the consumer group that shares the work
 * @param instance name of this process among those of the group, the same after a restart
 */
public record IndexSettings(
        int bulkActions,
        long bulkBytes,
        int maxPoll,
        Duration backoffStart,
        Duration backoffMax,
        String topicPrefix,
        String groupId,
        String instance) {

    /** 1,000 writes or 5 MiB a request, 200 analyses a commit, back-off from 0.5 to 30 s. */
    public static IndexSettings defaults() {
        return new IndexSettings(
                1_000, 5L << 20, 200, Duration.ofMillis(500), Duration.ofSeconds(30), "", "watchword-index", "1");
    }
}
