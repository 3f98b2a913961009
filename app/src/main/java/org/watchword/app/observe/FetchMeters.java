package org.watchword.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.model.CountsListener;
import org.watchword.model.Document;

/** What the fetch stage does, as meters. */
final class FetchMeters extends RoleMeters implements FetchListener {

    private static final Duration[] CLASSES =
            Instruments.millis(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000);

    private final MeterRegistry registry;
    private final Counter bytes;
    private final Counter found;

    FetchMeters(MeterRegistry registry, CountsListener counts, Trail trail) {
        super(counts, trail);
        this.registry = registry;
        this.bytes = Instruments.counter(registry, Metric.FETCH_BYTES, Tags.empty());
        this.found = Instruments.counter(registry, Metric.FETCH_PAGES_FOUND, Tags.empty());
        List.of("ok", "not-modified", "redirect").forEach(this::requests);
        List.of("read", "failed").forEach(this::passes);
    }

    @Override
    public void answered(String outcome, long nanos, long received) {
        requests(outcome).record(nanos, TimeUnit.NANOSECONDS);
        bytes.increment(received);
    }

    @Override
    public void discovered(String source, int pages, int fresh) {
        found.increment(pages);
    }

    @Override
    public void passed(String source, String problem) {
        passes(problem.isEmpty() ? "read" : "failed").increment();
    }

    @Override
    public void emitted(Document document) {
        trail().published(document);
    }

    @Override
    public void ended(String source, String origin, String status, String reason) {
        trail().notPublished(source, origin, status, reason);
    }

    private io.micrometer.core.instrument.Timer requests(String outcome) {
        return Instruments.timer(registry, Metric.FETCH_REQUEST, Tags.of("outcome", outcome), CLASSES);
    }

    private Counter passes(String result) {
        return Instruments.counter(registry, Metric.FETCH_PASSES, Tags.of("result", result));
    }
}
