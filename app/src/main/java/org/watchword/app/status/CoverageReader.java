package org.watchword.app.status;

import java.util.List;
import java.util.Map;
import org.watchword.model.SourceDay;

/** Reads the coverage topic to its end, and on each further call what was added. Safe for use by several threads. */
public final class CoverageReader implements AutoCloseable {

    private final LatestRecords<SourceDay> records;

    /**
     * A reader; nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param topic the coverage topic with its prefix
     */
    public CoverageReader(Map<String, String> client, String topic) {
        this.records = new LatestRecords<>(client, topic, SourceDay.class);
    }

    /**
     * What each fetcher saw of each source on each day; empty when nothing was looked at yet.
     *
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s
     */
    public synchronized List<SourceDay> read() {
        return List.copyOf(records.read().values());
    }

    @Override
    public synchronized void close() {
        records.close();
    }
}
