package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts over time, of one or several kinds on top of each other, to be drawn in a box {@value #WIDTH} by {@value #HEIGHT}; the same
 * numbers stand in a table beneath.
 *
 * @param id unique on its page
 * @param title what is counted
 * @param unit {@code day}, {@code month} or {@code year}
 * @param series the kinds, from the bottom up
 * @param bars in order of time
 */
public record BarChart(String id, String title, String unit, List<String> series, List<Bar> bars) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 96;

    /**
     * One step of time.
     *
     * @param label its name
     * @param href where it leads; null for nowhere
     * @param note what a reader must know of it, such as {@code not reached}; empty for nothing
     * @param counts one for each kind
     * @param parts what is drawn, from the bottom up
     */
    public record Bar(
            String label,
            @Nullable String href,
            String note,
            List<Long> counts,
            List<Part> parts,
            double x,
            double width) {

        /** What it says, for those who do not see it. */
        public String title(List<String> series) {
            List<String> words = new ArrayList<>();
            IntStream.range(0, counts.size())
                    .filter(i -> counts.get(i) > 0)
                    .forEach(i -> words.add(Labels.number(counts.get(i)) + ' ' + series.get(i)));
            String said = words.isEmpty() ? "none" : String.join(", ", words);
            return label + ": " + said + (note.isEmpty() ? "" : "; " + note);
        }

        public boolean isEmpty() {
            return parts.isEmpty();
        }
    }

    /** The part of a bar that one kind has. */
    public record Part(int series, double y, double height) {}

    /** What a bar is made of. */
    record Step(String label, @Nullable String href, String note, long... counts) {}

    public boolean isEmpty() {
        return bars.stream().allMatch(Bar::isEmpty);
    }

    public String first() {
        return bars.get(0).label();
    }

    public String last() {
        return bars.get(bars.size() - 1).label();
    }

    static BarChart of(String id, String title, String unit, List<String> series, List<Step> steps) {
        long most = Math.max(
                1,
                steps.stream()
                        .mapToLong(step -> Arrays.stream(step.counts()).sum())
                        .max()
                        .orElse(1));
        double slot = (double) WIDTH / Math.max(12, steps.size());
        List<Bar> bars = new ArrayList<>();
        for (Step step : steps) {
            bars.add(new Bar(
                    step.label(),
                    step.href(),
                    step.note(),
                    Arrays.stream(step.counts()).boxed().toList(),
                    parts(step.counts(), most),
                    rounded(bars.size() * slot),
                    rounded(slot)));
        }
        return new BarChart(id, title, unit, series, List.copyOf(bars));
    }

    private static List<Part> parts(long[] counts, long most) {
        List<Part> parts = new ArrayList<>();
        double top = HEIGHT;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double height = Math.max(1.5, (double) HEIGHT * counts[i] / most);
                top -= height;
                parts.add(new Part(i, rounded(Math.max(0, top)), rounded(height)));
            }
        }
        return Collections.unmodifiableList(parts);
    }

    /** Sums of months for the steps of a scale. */
    static long at(String step, MonthScale scale, Map<String, Long> byMonth) {
        return byMonth.entrySet().stream()
                .filter(entry -> scale.step(entry.getKey()).filter(step::equals).isPresent())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
