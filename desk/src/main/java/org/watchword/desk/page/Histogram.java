package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.SearchResult.Bucket;

/**
 * Statements or documents over time, as bars to be drawn in a box {@value #WIDTH} by {@value #HEIGHT}: by month or year, as {@link MonthScale} has it.
 *
 * @param counted what
 * @param unit {@code month} or {@code year}
 * @param bars in order of time
 */
public record Histogram(Unit counted, String unit, List<Bar> bars) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 96;

    private static final double LEAST_HEIGHT = 3;
    private static final int LEAST_STEPS = 12;

    /**
     * One month or year.
     *
     * @param key {@code yyyy-MM} or {@code yyyy}, as a date of the search
     * @param label its name
     * @param count how many are in it
     * @param counted the same in words
     * @param href the search narrowed to it, or widened again when it is that already
     * @param chosen whether the search is narrowed to it
     */
    public record Bar(
            String key,
            String label,
            long count,
            String counted,
            String href,
            boolean chosen,
            double x,
            double y,
            double width,
            double height) {

        /** What the bar says, for those who do not see it. */
        public String title() {
            return label + ": " + counted;
        }
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /** Whether the bars end before the box does. */
    public boolean isShort() {
        return bars.size() < LEAST_STEPS;
    }

    public String first() {
        return bars.get(0).label();
    }

    public String last() {
        return bars.get(bars.size() - 1).label();
    }

    /** On the search page. */
    static Histogram of(Unit counted, List<Bucket> byMonth, SearchRequest search) {
        return of(counted, byMonth, search, counted::page);
    }

    /** @param address the page that shows a search */
    static Histogram of(
            Unit counted, List<Bucket> byMonth, SearchRequest search, Function<SearchRequest, String> address) {
        MonthScale scale = MonthScale.of(byMonth.stream().map(Bucket::key).toList());
        Map<String, Long> steps = new LinkedHashMap<>();
        scale.keys().forEach(key -> steps.put(key, 0L));
        byMonth.forEach(bucket -> scale.step(bucket.key())
                .filter(steps::containsKey)
                .ifPresent(step -> steps.merge(step, bucket.count(), Long::sum)));
        return new Histogram(counted, scale.unit(), bars(counted, steps, search, address));
    }

    private static List<Bar> bars(
            Unit counted, Map<String, Long> steps, SearchRequest search, Function<SearchRequest, String> address) {
        long most = Math.max(
                1, steps.values().stream().mapToLong(Long::longValue).max().orElse(1));
        double slot = (double) WIDTH / Math.max(LEAST_STEPS, steps.size());
        List<Bar> bars = new ArrayList<>();
        steps.forEach((key, count) -> {
            DateBound bound = DateBound.parse("from", key);
            boolean chosen = bound.equals(search.from()) && bound.equals(search.to());
            SearchRequest narrowed = chosen ? search.between(null, null) : search.between(bound, bound);
            double height = count == 0 ? 0 : Math.max(LEAST_HEIGHT, (double) HEIGHT * count / most);
            bars.add(new Bar(
                    key,
                    MonthScale.label(key),
                    count,
                    Labels.count(count, counted.one(), counted.many()),
                    address.apply(narrowed),
                    chosen,
                    rounded(bars.size() * slot),
                    rounded(HEIGHT - height),
                    rounded(slot),
                    rounded(height)));
        });
        return List.copyOf(bars);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
