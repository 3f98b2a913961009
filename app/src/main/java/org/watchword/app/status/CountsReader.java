package org.watchword.app.status;

import java.util.Map;
import java.util.SortedMap;
import org.watchword.model.StageCounts;

/** Reads the counts topic to its end, and on each further call what was added. Not thread-safe. */
public final class CountsReader implements AutoCloseable {

    private final LatestRecords<StageCounts> records;

    /**
     * A reader; nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param topic the counts topic with its prefix
     */
    public CountsReader(Map<String, String> client, String topic) {
        this.records = new LatestRecords<>(client, topic, StageCounts.class);
    }

    /**
     * The last count of every stage and scope, by {@link StageCounts#key()}; empty when nothing was counted yet.
     *
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s
     */
    public SortedMap<String, StageCounts> read() {
        return records.read();
    }

    /**
     * As {@link #read}, for who goes on counting from there: waits, at most a minute, for what others are just committing.
     *
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s, or a transaction stays open
     */
    public SortedMap<String, StageCounts> readWhole() {
        return records.readWhole();
    }

    @Override
    public void close() {
        records.close();
    }
}
