package org.watchword.desk.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.watchword.model.SourceDay;

/**
 * How many articles a day a source publishes as a rule: the median over the covered days of the four weeks before, which a backfill, a
 * holiday or an election night does not move. Days of the same name are compared with each other, since which days are the weekend
 * differs from country to country; where fewer than three of those were covered, all days are.
 */
final class Normal {

    /** Four weeks. */
    static final int DAYS = 28;

    private static final int ENOUGH_ALIKE = 3;
    private static final int ENOUGH = 7;

    private final Map<LocalDate, SourceDay> days;

    /** @param days all fetchers together */
    Normal(Map<LocalDate, SourceDay> days) {
        this.days = days;
    }

    /** For a day; null when fewer than a week of days before it were covered. The day of the first look, a backlog, does not count. */
    @Nullable
    Double on(LocalDate day) {
        LocalDate first = days.keySet().stream().min(LocalDate::compareTo).orElse(day);
        List<SourceDay> covered = IntStream.rangeClosed(1, DAYS)
                .mapToObj(back -> days.get(day.minusDays(back)))
                .filter(Objects::nonNull)
                .filter(seen -> seen.isCovered() && seen.day().isAfter(first))
                .toList();
        if (covered.size() < ENOUGH) {
            return null;
        }
        List<SourceDay> alike = covered.stream()
                .filter(seen -> seen.day().getDayOfWeek() == day.getDayOfWeek())
                .toList();
        return median(alike.size() < ENOUGH_ALIKE ? covered : alike);
    }

    private static double median(List<SourceDay> covered) {
        long[] sorted = covered.stream().mapToLong(SourceDay::articles).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
