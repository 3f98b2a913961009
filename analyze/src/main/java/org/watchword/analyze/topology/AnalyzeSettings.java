package org.watchword.analyze.topology;

import java.time.Duration;
import org.watchword.analyze.story.StorySettings;
import org.watchword.model.TopicLayout;

/**
 * How the analysis runs.
 *
 * @param applicationId Kafka Streams application id, {@code watchword-analyze} by default; another id analyses everything again
 * @param topics names and layout of the topics
 * @param threads stream threads in this process, at least 1; 1 by default. More than there are partitions stay idle
 * @param commitInterval how long results wait for their transaction, 100 ms by default; longer is cheaper and later
 * @param standbys copies of the state kept warm in other processes; 0 by default, which restores from the broker after a loss
 * @param maxRecordBytes largest analysis written; a larger one becomes a dead letter. 16 MiB less 64 KiB by default
 * @param reuseBytes how much of the analyses done last is kept in memory for texts that come again, deflated; 64 MiB by default, 0 has
 *     each text analysed anew
 * @param stories when pages are appearances of one story
 * @param threadReplacements how often a failed thread is replaced in ten minutes before the role gives up; 10 by default
 */
public record AnalyzeSettings(
        String applicationId,
        TopicLayout topics,
        int threads,
        Duration commitInterval,
        int standbys,
        int maxRecordBytes,
        long reuseBytes,
        StorySettings stories,
        int threadReplacements) {

    private static final int HEADROOM = 64 * 1024;

    /** @throws IllegalArgumentException when a value is out of bounds */
    public AnalyzeSettings {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("applicationId must not be blank");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        if (commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException("commitInterval must be positive, not " + commitInterval);
        }
        if (standbys < 0 || reuseBytes < 0 || threadReplacements < 0) {
            throw new IllegalArgumentException("standbys, reuseBytes and threadReplacements must not be negative");
        }
        if (maxRecordBytes < 1 || maxRecordBytes > TopicLayout.MAX_RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "maxRecordBytes must be 1 to " + TopicLayout.MAX_RECORD_BYTES + ", not " + maxRecordBytes);
        }
    }

    public static AnalyzeSettings defaults() {
        return new AnalyzeSettings(
                "watchword-analyze",
                TopicLayout.defaults(),
                1,
                Duration.ofMillis(100),
                0,
                TopicLayout.MAX_RECORD_BYTES - HEADROOM,
                64L << 20,
                StorySettings.defaults(),
                10);
    }
}
