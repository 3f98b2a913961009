package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.SearchResult.Bucket;

/**
 * Statements over time, what is flagged, in context and neither apart, with the days on which sources were read: a gap tells something only
 * where somebody looked.
 */
final class TimelineChart {

    private static final List<BarChart.Series> KINDS = List.of(
            new BarChart.Series("flagged", "flag"),
            new BarChart.Series("in context", "context"),
            new BarChart.Series("neither", "c11"));

    /**
     * Of one month or year.
     *
     * @param days on which it is known whether sources were read
     * @param read of these, days on which one was
     */
    private record Coverage(long days, long read) {

        static final Coverage NONE = new Coverage(0, 0);

        Coverage and(boolean dayRead) {
            return new Coverage(days + 1, read + (dayRead ? 1 : 0));
        }

        /** How far its silence can be trusted. */
        String words() {
            return days == 0
                    ? "not known whether sources were read"
                    : "sources read on " + read + " of " + days + " days";
        }

        double blind() {
            return days == 0 ? 1 : 1 - (double) read / days;
        }
    }

    private static final int MONTH = "2031-05".length();

    private TimelineChart() {}

    /**
     * Puts the counts together.
     *
     * @param all statements by month
     * @param flagged those with a flag that counts
     * @param marked those with any flag
     * @param sources what is known of the sources asked for
     */
    static BarChart of(
            SearchRequest search,
            List<Bucket> all,
            List<Bucket> flagged,
            List<Bucket> marked,
            List<SourceHealth> sources) {
        List<Bucket> months = within(search, all);
        MonthScale scale = MonthScale.of(months.stream().map(Bucket::key).toList());
        Map<String, Long> flags = Histogram.steps(scale, flagged);
        Map<String, Long> marks = Histogram.steps(scale, marked);
        Map<String, Coverage> coverage = coverage(sources, scale);
        List<BarChart.Bar> bars = new ArrayList<>();
        Histogram.steps(scale, months).forEach((key, count) -> {
            long counting = flags.getOrDefault(key, 0L);
            long context = Math.max(0, marks.getOrDefault(key, 0L) - counting);
            Coverage days = coverage.getOrDefault(key, Coverage.NONE);
            bars.add(Histogram.bar(
                    key,
                    List.of(counting, context, Math.max(0, count - counting - context)),
                    days.words(),
                    days.blind(),
                    search,
                    SearchAddress::timeline));
        });
        return new BarChart("timeline", "Statements", scale.unit(), KINDS, true, "Coverage", List.copyOf(bars));
    }

    /** The index counts the months beside the range, too, for who wants to widen it; here they are none of the timeline. */
    private static List<Bucket> within(SearchRequest search, List<Bucket> months) {
        String first =
                search.from() == null ? "" : search.from().firstDay().toString().substring(0, MONTH);
        String last =
                search.to() == null ? "9999" : search.to().lastDay().toString().substring(0, MONTH);
        return months.stream()
                .filter(m -> m.key().compareTo(first) >= 0 && m.key().compareTo(last) <= 0)
                .toList();
    }

    private static Map<String, Coverage> coverage(List<SourceHealth> sources, MonthScale scale) {
        Map<String, Boolean> days = new HashMap<>();
        sources.forEach(source ->
                source.days().forEach(day -> days.merge(day.day().toString(), day.reached() > 0, Boolean::logicalOr)));
        Map<String, Coverage> coverage = new HashMap<>();
        days.forEach((day, read) -> scale.step(day.substring(0, MONTH))
                .ifPresent(step -> coverage.merge(step, Coverage.NONE.and(read), (known, one) -> known.and(read))));
        return coverage;
    }
}
