package org.watchword.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.watchword.index.IndexListener;
import org.watchword.model.CountsListener;
import org.watchword.model.DelayLeg;

/** What the index stage does, as meters. */
final class IndexMeters extends RoleMeters implements IndexListener {

    private static final Duration[] DELAYS = Instruments.millis(
            100, 250, 500, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 7_500, 10_000, 15_000, 30_000, 60_000, 300_000,
            900_000, 3_600_000);

    private final Instruments instruments;
    private final Timer bulks;
    private final DistributionSummary writes;
    private final DistributionSummary bytes;
    private final Counter retries;
    /** Ends the watch over the client that wrote last; of the index role's thread. */
    private Runnable unwatch = () -> {};

    private final Map<DelayLeg, Timer> delays = new EnumMap<>(DelayLeg.class);

    IndexMeters(Instruments instruments, MeterRegistry registry, CountsListener counts, Trail trail) {
        super(counts, trail);
        this.instruments = instruments;
        this.bulks = Instruments.timer(
                registry,
                Metric.INDEX_BULK,
                Tags.empty(),
                Instruments.millis(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 30_000));
        this.writes = summary(registry, Metric.INDEX_BULK_WRITES, 10, 50, 100, 250, 500, 1_000);
        this.bytes = summary(registry, Metric.INDEX_BULK_BYTES, 1e4, 1e5, 5e5, 1e6, 2.5e6, 5e6, 1e7);
        this.retries = Instruments.counter(registry, Metric.INDEX_RETRIES, Tags.empty());
        for (DelayLeg leg : DelayLeg.values()) {
            delays.put(leg, Instruments.timer(registry, Metric.DELAY, Tags.of("leg", leg.id()), DELAYS));
        }
    }

    @Override
    public void reading(Consumer<?, ?> consumer) {
        instruments.watch(consumer);
    }

    @Override
    public void writing(Producer<?, ?> producer) {
        unwatch.run();
        unwatch = instruments.watch(producer);
    }

    @Override
    public void bulk(int written, long size, long nanos) {
        bulks.record(nanos, TimeUnit.NANOSECONDS);
        writes.record(written);
        bytes.record(size);
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void ended(String trace, String key, String origin, String status) {
        trail().indexed(trace, key, origin, status);
    }

    @Override
    public void delayed(DelayLeg leg, Duration delay) {
        Objects.requireNonNull(delays.get(leg)).record(delay);
    }

    private static DistributionSummary summary(MeterRegistry registry, Metric metric, double... classes) {
        return DistributionSummary.builder(metric.id())
                .description(metric.help())
                .serviceLevelObjectives(classes)
                .register(registry);
    }
}
