package org.watchword.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.model.CountsListener;
import org.watchword.model.StageCounts;

/**
 * The stages' counts as meters. A gauge tells what the parts counted here stand at since the data was first created: summed over all
 * processes it is what {@code watchword status} says. A counter tells what has ended here since the start, for rates. Thread-safe.
 */
final class CountMeters implements CountsListener {

    private final MeterRegistry registry;
    private final Map<String, StageCounts> parts = new HashMap<>();
    private final Map<Tags, AtomicLong> gauges = new HashMap<>();

    CountMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public synchronized void counted(StageCounts now) {
        StageCounts before = parts.put(now.key(), now);
        move(before, now);
    }

    @Override
    public synchronized void released(String key) {
        StageCounts before = parts.remove(key);
        if (before != null) {
            move(before, new StageCounts(before.stage(), before.scope(), 0, new TreeMap<>(), before.at()));
        }
    }

    private void move(@org.jspecify.annotations.Nullable StageCounts before, StageCounts now) {
        gauge(Metric.ACCOUNT_IN_DOCUMENTS, Tags.of("stage", now.stage()))
                .addAndGet(now.in() - (before == null ? 0 : before.in()));
        TreeSet<String> statuses = new TreeSet<>(now.out().keySet());
        if (before != null) {
            statuses.addAll(before.out().keySet());
        }
        for (String status : statuses) {
            long was = before == null ? 0 : before.out().getOrDefault(status, 0L);
            long more = now.out().getOrDefault(status, 0L) - was;
            Tags tags = tags(now.stage(), status);
            gauge(Metric.ACCOUNT_DOCUMENTS, tags).addAndGet(more);
            Counter ended = counter(tags);
            // What a part begins with was not counted here; a transaction that did not come through takes some back.
            if (before != null && more > 0) {
                ended.increment(more);
            }
        }
    }

    private Counter counter(Tags tags) {
        return Counter.builder(Metric.DOCUMENTS.id())
                .description(Metric.DOCUMENTS.help())
                .tags(tags)
                .register(registry);
    }

    private AtomicLong gauge(Metric metric, Tags tags) {
        return gauges.computeIfAbsent(tags, t -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder(metric.id(), value, AtomicLong::get)
                    .description(metric.help())
                    .tags(t)
                    .register(registry);
            return value;
        });
    }

    /** {@code refused:robots} is a status and its reason. */
    private static Tags tags(String stage, String status) {
        int colon = status.indexOf(':');
        return Tags.of(
                "stage", stage,
                "status", colon < 0 ? status : status.substring(0, colon),
                "reason", colon < 0 ? "" : status.substring(colon + 1));
    }
}
