package org.watchword.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the line's topics are laid out in Kafka, so that every role creates them alike.
 *
 * @param prefix put before every topic name; empty by default
 * @param partitions of every topic but those that have {@linkplain #partitions(String) one}; at least 1, 4 by default. Cannot be lowered later; raising it breaks the order of versions
 * @param replication copies of every topic; at least 1, which is the default and right for one broker
 */
public record TopicLayout(String prefix, int partitions, short replication) {

    /** Largest record of the documents and analyses topics: 16 MiB. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    /** Largest dead letter: a largest record in base64 (4/3) has room. */
    public static final int MAX_DEAD_LETTER_BYTES = 2 * MAX_RECORD_BYTES;

    /** Topics of which the last record of a key is the valid one. */
    private static final Set<String> COMPACTED =
            Set.of(Topics.DEAD_LETTERS, Topics.COUNTS, Topics.COVERAGE, Topics.SKETCHES, Topics.STORIES, Topics.DELAYS);

    private static final Set<String> ONE_PARTITION = Set.of(Topics.COUNTS, Topics.SKETCHES, Topics.DELAYS);

    private static final int FRONTIER_SEGMENT_BYTES = 64 * 1024 * 1024;

    /** @throws IllegalArgumentException when a number is below 1 */
    public TopicLayout {
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException(
                    "partitions and replication must be at least 1, not " + partitions + " and " + replication);
        }
    }

    /** No prefix, 4 partitions, one copy. */
    public static TopicLayout defaults() {
        return new TopicLayout("", 4, (short) 1);
    }

    /** The name of a topic of {@link Topics} in the broker. */
    public String name(String topic) {
        return prefix + topic;
    }

    /**
     * Partitions of a topic of {@link Topics}. Counts and delays have one, for they are few and whoever reads them reads them all; so have
     * sketches, of which any two may have to be compared.
     */
    public int partitions(String topic) {
        return ONE_PARTITION.contains(topic) ? 1 : partitions;
    }

    /** The broker's settings for a topic of {@link Topics}. */
    public Map<String, String> config(String topic) {
        Map<String, String> config = new TreeMap<>();
        boolean deadLetters = topic.equals(Topics.DEAD_LETTERS);
        if (COMPACTED.contains(topic)) {
            config.put("cleanup.policy", "compact");
        } else if (topic.equals(Topics.FRONTIER)) {
            config.put("cleanup.policy", "compact");
            // What is still being written is not compacted, and all of it is read when a part moves.
            config.put("segment.bytes", Integer.toString(FRONTIER_SEGMENT_BYTES));
        } else {
            config.put("cleanup.policy", "delete");
            // Every version is kept: the line is rebuilt from here.
            config.put("retention.ms", "-1");
        }
        config.put("max.message.bytes", Integer.toString(deadLetters ? MAX_DEAD_LETTER_BYTES : MAX_RECORD_BYTES));
        return config;
    }
}
