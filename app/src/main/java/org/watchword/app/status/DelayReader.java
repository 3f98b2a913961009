package org.watchword.app.status;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.watchword.model.DelayHistogram;
import org.watchword.model.DelayLeg;
import org.watchword.model.SearchDelays;

/** Reads how long documents take, from every process that indexes. Not thread-safe. */
public final class DelayReader implements AutoCloseable {

    /** What a process told longer ago says nothing of now. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final LatestRecords<SearchDelays> records;

    /**
     * A reader; nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param topic the delays topic with its prefix
     */
    public DelayReader(Map<String, String> client, String topic) {
        this.records = new LatestRecords<>(client, topic, SearchDelays.class);
    }

    /**
     * The delays of late on each leg, of all processes together; a leg without any is left out.
     *
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s
     */
    public Map<DelayLeg, DelayHistogram> read(Instant now) {
        Map<DelayLeg, DelayHistogram> legs = new EnumMap<>(DelayLeg.class);
        for (SearchDelays told : records.read().values()) {
            if (told.at().isAfter(now.minus(OLDEST))) {
                for (DelayLeg leg : DelayLeg.values()) {
                    DelayHistogram delays = told.legs().getOrDefault(leg.id(), DelayHistogram.EMPTY);
                    if (delays.total() > 0) {
                        legs.merge(leg, delays, DelayHistogram::plus);
                    }
                }
            }
        }
        return legs;
    }

    @Override
    public void close() {
        records.close();
    }
}
