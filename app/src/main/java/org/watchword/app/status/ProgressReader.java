package org.watchword.app.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.watchword.model.Topics;

/** Looks how the line goes, again and again. Not thread-safe. */
public final class ProgressReader implements AutoCloseable {

    private final CountsReader counts;
    private final DelayReader delays;
    private final LagReader lags;
    private final InstantSource clock;

    /**
     * A reader; nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param prefix before the names of topics and groups
     */
    public ProgressReader(Map<String, String> client, String prefix, InstantSource clock) {
        this.counts = new CountsReader(client, prefix + Topics.COUNTS);
        this.delays = new DelayReader(client, prefix + Topics.DELAYS);
        this.lags = new LagReader(client, prefix);
        this.clock = clock;
    }

    /** @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s */
    public Progress read() {
        Instant now = clock.instant();
        return new Progress(now, Account.of(counts.read().values()), lags.read(), delays.read(now));
    }

    @Override
    public void close() {
        counts.close();
        delays.close();
        lags.close();
    }
}
