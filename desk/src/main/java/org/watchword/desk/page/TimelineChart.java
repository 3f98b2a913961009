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
 *
 * @param unit {@code month} or {@code year}
 * @param steps in order of time, those without statements among them
 */
public record TimelineChart(String unit, List<Step> steps) {

    /** Height of the strip of coverage, in the units of {@link Histogram}. */
    public static final int STRIP = 8;

    private static final int KEY_OF_YEAR = 4;

    /**
     * One month or year.
     *
     * @param bar all its statements
     * @param flagged of them with a flag that counts
     * @param context of the others, those with a flag that a guard took back, or with a candidate
     * @param days days in it on which it is known whether sources were read
     * @param read of these, days on which one was
     */
    public record Step(Histogram.Bar bar, long flagged, long context, long days, long read) {

        public long unflagged() {
            return Math.max(0, bar.count() - flagged - context);
        }

        /** Height of so many of its statements. */
        public double height(long statements) {
            return bar.count() == 0 ? 0 : bar.height() * statements / bar.count();
        }

        /** Share of the days on which a source was read, 0 to 1. */
        public double share() {
            return days == 0 ? 0 : (double) read / days;
        }

        /** What the bar says, for those who do not see it. */
        public String title() {
            return bar.title() + ": " + Labels.number(flagged) + " flagged, " + Labels.number(context) + " in context, "
                    + Labels.number(unflagged()) + " neither; " + coverage();
        }

        /** How far its silence can be trusted. */
        public String coverage() {
            return days == 0
                    ? "not known whether sources were read"
                    : "sources read on " + read + " of " + days + " days";
        }
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Puts the counts together.
     *
     * @param all statements by month
     * @param flagged those with a flag that counts
     * @param marked those with any flag
     * @param sources what is known of the sources asked for
     */
    static TimelineChart of(
            SearchRequest search,
            List<Bucket> all,
            List<Bucket> flagged,
            List<Bucket> marked,
            List<SourceHealth> sources) {
        Histogram whole = Histogram.of(Unit.STATEMENTS, within(search, all), search, SearchAddress::timeline);
        int key = whole.unit().equals("year") ? KEY_OF_YEAR : "2031-05".length();
        Map<String, Long> flags = byKey(flagged, key);
        Map<String, Long> marks = byKey(marked, key);
        Map<String, long[]> coverage = coverage(sources, key);
        List<Step> steps = new ArrayList<>();
        for (Histogram.Bar bar : whole.bars()) {
            long counting = flags.getOrDefault(bar.key(), 0L);
            long[] days = coverage.getOrDefault(bar.key(), new long[2]);
            steps.add(new Step(
                    bar, counting, Math.max(0, marks.getOrDefault(bar.key(), 0L) - counting), days[0], days[1]));
        }
        return new TimelineChart(whole.unit(), List.copyOf(steps));
    }

    /** The index counts the months beside the range, too, for who wants to widen it; here they are none of the timeline. */
    private static List<Bucket> within(SearchRequest search, List<Bucket> months) {
        String first =
                search.from() == null ? "" : search.from().firstDay().toString().substring(0, 7);
        String last =
                search.to() == null ? "9999" : search.to().lastDay().toString().substring(0, 7);
        return months.stream()
                .filter(m -> m.key().compareTo(first) >= 0 && m.key().compareTo(last) <= 0)
                .toList();
    }

    private static Map<String, Long> byKey(List<Bucket> months, int key) {
        Map<String, Long> counts = new HashMap<>();
        months.forEach(
                m -> counts.merge(m.key().substring(0, Math.min(key, m.key().length())), m.count(), Long::sum));
        return counts;
    }

    /** Days known and days on which at least one source was read. */
    private static Map<String, long[]> coverage(List<SourceHealth> sources, int key) {
        Map<String, Boolean> days = new HashMap<>();
        sources.forEach(source ->
                source.days().forEach(day -> days.merge(day.day().toString(), day.reached() > 0, Boolean::logicalOr)));
        Map<String, long[]> coverage = new HashMap<>();
        days.forEach((day, read) -> {
            long[] counts = coverage.computeIfAbsent(day.substring(0, key), k -> new long[2]);
            counts[0]++;
            counts[1] += read ? 1 : 0;
        });
        return coverage;
    }
}
