package org.watchword.desk.page;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.SearchResult.Bucket;

/**
 * Statements over time, as bars to be drawn in a box {@value #WIDTH} by {@value #HEIGHT}: by month or, over more than
 * {@value #MOST_MONTHS} months, by year. Months without statements are there too: a gap must look like one.
 *
 * @param unit {@code month} or {@code year}
 * @param bars in order of time
 */
public record Histogram(String unit, List<Bar> bars) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 96;

    private static final int MOST_MONTHS = 48;
    private static final int MOST_BARS = 150;
    private static final double LEAST_HEIGHT = 3;

    /**
     * One month or year.
     *
     * @param key {@code 2031-05} or {@code 2031}
     * @param label its name
     * @param count statements in it
     * @param href the search narrowed to it, or widened again when it is that already
     * @param chosen whether the search is narrowed to it
     */
    public record Bar(
            String key,
            String label,
            long count,
            String href,
            boolean chosen,
            double x,
            double y,
            double width,
            double height) {

        /** What the bar says, for those who do not see it. */
        public String title() {
            return label + ": " + Labels.count(count, "statement", "statements");
        }
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    public String first() {
        return bars.get(0).label();
    }

    public String last() {
        return bars.get(bars.size() - 1).label();
    }

    /** On the search page. */
    static Histogram of(List<Bucket> byMonth, SearchRequest search) {
        return of(byMonth, search, SearchAddress::page);
    }

    /** @param address the page that shows a search */
    static Histogram of(List<Bucket> byMonth, SearchRequest search, Function<SearchRequest, String> address) {
        SortedMap<YearMonth, Long> counts = new TreeMap<>();
        for (Bucket bucket : byMonth) {
            month(bucket.key()).ifPresent(month -> counts.merge(month, bucket.count(), Long::sum));
        }
        if (counts.isEmpty()) {
            return new Histogram("month", List.of());
        }
        YearMonth last = counts.lastKey();
        boolean years = counts.firstKey().plusMonths(MOST_MONTHS).isBefore(last);
        TreeMap<String, Long> steps = new TreeMap<>();
        YearMonth at = years ? counts.firstKey().withMonth(1) : counts.firstKey();
        for (YearMonth step = at; !step.isAfter(last); step = years ? step.plusYears(1) : step.plusMonths(1)) {
            steps.put(key(step, years), 0L);
        }
        counts.forEach((month, count) -> steps.merge(key(month, years), count, Long::sum));
        while (steps.size() > MOST_BARS) {
            steps.pollFirstEntry();
        }
        return new Histogram(years ? "year" : "month", bars(steps, search, address));
    }

    /** Empty for a key that is no month: it has no place on a time line; the hits themselves still show it. */
    private static Optional<YearMonth> month(String key) {
        try {
            return Optional.of(YearMonth.parse(key)).filter(month -> month.getYear() >= 1 && month.getYear() <= 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Bar> bars(
            SortedMap<String, Long> steps, SearchRequest search, Function<SearchRequest, String> address) {
        long most = Math.max(
                1, steps.values().stream().mapToLong(Long::longValue).max().orElse(1));
        double slot = (double) WIDTH / Math.max(12, steps.size());
        List<Bar> bars = new ArrayList<>();
        steps.forEach((key, count) -> {
            DateBound bound = DateBound.parse("from", key);
            boolean chosen = bound.equals(search.from()) && bound.equals(search.to());
            SearchRequest narrowed = chosen ? search.between(null, null) : search.between(bound, bound);
            double height = count == 0 ? 0 : Math.max(LEAST_HEIGHT, (double) HEIGHT * count / most);
            bars.add(new Bar(
                    key,
                    label(key),
                    count,
                    address.apply(narrowed),
                    chosen,
                    rounded(bars.size() * slot),
                    rounded(HEIGHT - height),
                    rounded(slot),
                    rounded(height)));
        });
        return List.copyOf(bars);
    }

    private static String key(YearMonth month, boolean years) {
        return years ? String.format(Locale.ROOT, "%04d", month.getYear()) : month.toString();
    }

    private static String label(String key) {
        if (key.length() == 4) {
            return key;
        }
        YearMonth month = YearMonth.parse(key);
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + ' ' + month.getYear();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
