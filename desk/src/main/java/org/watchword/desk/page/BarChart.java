package org.watchword.desk.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts over time, of one or several kinds: a table, from which the page's script draws the bars, one kind on top of the other.
 *
 * @param id unique on its page
 * @param title what is counted
 * @param unit {@code day}, {@code month} or {@code year}
 * @param series the kinds, from the bottom up
 * @param summed whether the kinds make up a whole, which then has a column of its own
 * @param noted what the notes of the bars are about; empty when they are few and stand beside the label
 * @param bars in order of time
 */
public record BarChart(
        String id, String title, String unit, List<Series> series, boolean summed, String noted, List<Bar> bars) {

    /**
     * One kind.
     *
     * @param name what it is called
     * @param colour the variable of the style sheet that has its colour, without the dashes
     */
    public record Series(String name, String colour) {

        /** One of the colours that tell several kinds apart. */
        static Series numbered(int number, String name) {
            return new Series(name, "c" + number);
        }
    }

    /**
     * One step of time.
     *
     * @param key as a date of the search, for dragging over several; empty where that leads nowhere
     * @param label its name
     * @param href where it leads; null for nowhere
     * @param chosen whether the page is narrowed to it
     * @param counts one for each kind
     * @param note what a reader must know of it, such as {@code not reached}; empty for nothing
     * @param blind how much of it nobody looked at, 0 to 1: there, few or none tell nothing
     */
    public record Bar(
            String key,
            String label,
            @Nullable String href,
            boolean chosen,
            List<Long> counts,
            String note,
            double blind) {

        /** All kinds. */
        public long sum() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    public boolean isEmpty() {
        return bars.isEmpty() || series.isEmpty();
    }

    /** {@code Statements by month}. */
    public String name() {
        return title + " by " + unit;
    }

    /** Sums of months for the steps of a scale. */
    static long at(String step, MonthScale scale, Map<String, Long> byMonth) {
        return byMonth.entrySet().stream()
                .filter(entry -> scale.step(entry.getKey()).filter(step::equals).isPresent())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
