package org.watchword.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.watchword.analyze.topology.AnalyzeListener;
import org.watchword.model.Analysis;
import org.watchword.model.CountsListener;
import org.watchword.model.FlagStatus;
import org.watchword.model.Statement;

/** What the analyze stage does, as meters. */
final class AnalyzeMeters extends RoleMeters implements AnalyzeListener {

    private static final Duration[] CLASSES =
            Instruments.millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

    private final Instruments instruments;
    private final Timer documents;
    private final Counter flagged;
    private final Counter context;
    private final Counter plain;

    AnalyzeMeters(Instruments instruments, MeterRegistry registry, CountsListener counts, Trail trail) {
        super(counts, trail);
        this.instruments = instruments;
        this.documents = Instruments.timer(registry, Metric.ANALYZE_DOCUMENT, Tags.empty(), CLASSES);
        this.flagged = statements(registry, "flagged");
        this.context = statements(registry, "context");
        this.plain = statements(registry, "unflagged");
    }

    @Override
    public void engine(KafkaStreams streams) {
        instruments.watch(streams);
    }

    @Override
    public void analyzed(String trace, Analysis analysis, String status) {
        for (Statement statement : analysis.annotation().statements()) {
            boolean counts = statement.flags().stream().anyMatch(flag -> flag.status() == FlagStatus.FLAGGED);
            (counts ? flagged : statement.flags().isEmpty() ? plain : context).increment();
        }
        trail().analyzed(trace, analysis, status);
    }

    @Override
    public void ended(String trace, String key, String status, long nanos) {
        documents.record(nanos, TimeUnit.NANOSECONDS);
        trail().notAnalyzed(trace, key, status);
    }

    private static Counter statements(MeterRegistry registry, String status) {
        return Instruments.counter(registry, Metric.ANALYZE_STATEMENTS, Tags.of("status", status));
    }
}
