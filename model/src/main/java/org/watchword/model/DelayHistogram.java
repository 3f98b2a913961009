package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How many of a number of delays were how long, in fixed classes from 50 ms to a day, fine where seconds count:
 * so that histograms of several processes can be added. On the wire the numbers alone, without zeros at the end.
 *
 * @param counts by class
 */
public record DelayHistogram(List<Long> counts) {

    private static final List<Duration> BOUNDS = bounds();

    /** Nothing yet. */
    public static final DelayHistogram EMPTY = new DelayHistogram(List.of());

    @JsonCreator
    public DelayHistogram {
        counts = List.copyOf(counts);
        if (counts.size() > BOUNDS.size() + 1 || counts.stream().anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("not a histogram of delays: " + counts);
        }
    }

    @JsonValue
    @Override
    public List<Long> counts() {
        return counts;
    }

    /** The upper bounds of the classes but the last, which has none. */
    public static List<Duration> classes() {
        return BOUNDS;
    }

    /** With further delays of the same length; one below zero, by clocks that differ, counts as zero. */
    public DelayHistogram with(Duration delay, long times) {
        int index = 0;
        while (index < BOUNDS.size() && delay.compareTo(BOUNDS.get(index)) > 0) {
            index++;
        }
        List<Long> more = new ArrayList<>(counts);
        more.addAll(Collections.nCopies(Math.max(0, index + 1 - more.size()), 0L));
        more.set(index, more.get(index) + times);
        return new DelayHistogram(more);
    }

    /** The two together. */
    public DelayHistogram plus(DelayHistogram other) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(counts.size(), other.counts.size()); i++) {
            sum.add((i < counts.size() ? counts.get(i) : 0) + (i < other.counts.size() ? other.counts.get(i) : 0));
        }
        return new DelayHistogram(sum);
    }

    /** How many delays are not longer, as far as the classes tell: exact for the bound of a class. */
    public long upTo(Duration longest) {
        long sum = 0;
        for (int i = 0; i < Math.min(counts.size(), BOUNDS.size()); i++) {
            if (BOUNDS.get(i).compareTo(longest) <= 0) {
                sum += counts.get(i);
            }
        }
        return sum;
    }

    /** How many delays there are. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The delay that this share of all does not exceed, interpolated within its class; empty without any.
     *
     * @param share 0.95 for the 95th percentile
     */
    public Optional<Duration> quantile(double share) {
        double wanted = share * total();
        double before = 0;
        for (int i = 0; i < counts.size(); i++) {
            long here = counts.get(i);
            if (here > 0 && before + here >= wanted) {
                Duration from = i == 0 ? Duration.ZERO : BOUNDS.get(i - 1);
                Duration to = i < BOUNDS.size() ? BOUNDS.get(i) : from;
                double within = Math.max(0, Math.min(1, (wanted - before) / here));
                return Optional.of(from.plusMillis(Math.round(to.minus(from).toMillis() * within)));
            }
            before += here;
        }
        return Optional.empty();
    }

    private static List<Duration> bounds() {
        long[] millis = {
            50,
            75,
            100,
            150,
            200,
            300,
            400,
            500,
            600,
            700,
            800,
            900,
            1_000,
            1_200,
            1_400,
            1_600,
            1_800,
            2_000,
            2_500,
            3_000,
            3_500,
            4_000,
            4_500,
            5_000,
            6_000,
            7_000,
            8_000,
            10_000,
            12_000,
            15_000,
            20_000,
            30_000,
            45_000,
            60_000,
            90_000,
            120_000,
            180_000,
            300_000,
            450_000,
            600_000,
            900_000,
            1_800_000,
            2_700_000,
            3_600_000,
            7_200_000,
            14_400_000,
            28_800_000,
            86_400_000
        };
        List<Duration> bounds = new ArrayList<>();
        for (long bound : millis) {
            bounds.add(Duration.ofMillis(bound));
        }
        return Collections.unmodifiableList(bounds);
    }
}
