package org.watchword.app.status;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchword.model.DelayHistogram;
import org.watchword.model.DelayLeg;

/**
 * How the line goes at one moment.
 *
 * @param at that moment
 * @param account what became of everything so far
 * @param lag of each stage that reads a topic, in offsets
 * @param delays of late, by leg
 */
public record Progress(Instant at, Account account, Map<String, Long> lag, Map<DelayLeg, DelayHistogram> delays) {

    private static final List<String> LINE = List.of("fetch", "analyze", "index");

    public Progress {
        lag = Map.copyOf(lag);
        delays = Map.copyOf(delays);
    }

    /**
     * What a leg takes.
     *
     * @param documents measured
     * @param p50 half of them took no longer, in milliseconds; null without documents
     */
    public record Delay(
            long documents,
            @Nullable Long p50,
            @Nullable Long p95,
            @Nullable Long p99) {

        static Delay of(DelayHistogram histogram) {
            return new Delay(
                    histogram.total(), millis(histogram, 0.5), millis(histogram, 0.95), millis(histogram, 0.99));
        }

        private static @Nullable Long millis(DelayHistogram histogram, double share) {
            return histogram.quantile(share).map(Duration::toMillis).orElse(null);
        }
    }

    /** What each leg takes, in the order of the way, by its id. */
    public Map<String, Delay> quantiles() {
        Map<String, Delay> all = new LinkedHashMap<>();
        for (DelayLeg leg : DelayLeg.values()) {
            all.put(leg.id(), Delay.of(delays.getOrDefault(leg, DelayHistogram.EMPTY)));
        }
        return all;
    }

    /** Documents that one stage has handed on and the next has not taken to an end, by that next stage. */
    public Map<String, Long> waiting() {
        Map<String, Long> waiting = new LinkedHashMap<>();
        for (int i = 1; i < LINE.size(); i++) {
            String stage = LINE.get(i);
            account.handover(stage)
                    .ifPresent(check -> waiting.put(stage, Math.max(0, check.expected() - check.found())));
        }
        return waiting;
    }

    /** Documents a second that each stage has taken to an end since an earlier moment. */
    public Map<String, Double> rates(Progress earlier) {
        double seconds = Math.max(0.001, Duration.between(earlier.at, at).toMillis() / 1000.0);
        Map<String, Double> rates = new TreeMap<>();
        account.stages()
                .forEach(stage -> rates.put(
                        stage.stage(),
                        Math.max(
                                        0,
                                        stage.in()
                                                - earlier.account
                                                        .stage(stage.stage())
                                                        .in())
                                / seconds));
        return rates;
    }
}
