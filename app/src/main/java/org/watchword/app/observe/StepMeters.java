package org.watchword.app.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.watchword.analyze.StepListener;

/** What the steps of an analysis take, as meters. */
final class StepMeters implements StepListener {

    private final Map<Step, Timer> steps = new EnumMap<>(Step.class);

    StepMeters(MeterRegistry registry) {
        for (Step step : Step.values()) {
            Tags tags = Tags.of("step", step.name().toLowerCase(Locale.ROOT));
            steps.put(
                    step,
                    Instruments.timer(
                            registry,
                            Metric.ANALYZE_STEP,
                            tags,
                            Instruments.millis(1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000)));
        }
    }

    @Override
    public void took(Step step, long nanos) {
        Objects.requireNonNull(steps.get(step)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
