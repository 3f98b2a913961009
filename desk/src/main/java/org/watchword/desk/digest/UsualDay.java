package org.watchword.desk.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.health.SourceHealth;
import org.watchword.index.CaptureCount;
import org.watchword.index.CaptureIndex;
import org.watchword.index.CaptureQuery;

/**
 * What is usual: the median day of the four weeks before. Days on which no source was read tell nothing and are left out, and so is the
 * first day of all, whose backlog is no day's work.
 *
 * @param all the whole issue; absent while fewer than {@value #ENOUGH} days are known
 * @param categories median by category id; empty while too few days are known
 */
record UsualDay(Digest.@Nullable Usual all, Map<String, Double> categories) {

    private static final int DAYS = 28;
    static final int ENOUGH = 7;

    static UsualDay before(
            Instant from, Instant to, ZoneId zone, CaptureQuery query, CaptureIndex index, List<SourceHealth> sources) {
        List<Instant> bounds = new ArrayList<>();
        ZonedDateTime end = from.atZone(zone);
        for (int back = DAYS; back >= 0; back--) {
            bounds.add(end.minusDays(back).toInstant());
        }
        Set<LocalDate> read = read(sources);
        List<CaptureCount> days = index.counts(query, bounds).stream()
                .filter(day -> read.contains(LocalDate.ofInstant(day.from(), ZoneOffset.UTC)))
                .toList();
        if (days.size() < ENOUGH) {
            return new UsualDay(null, Map.of());
        }
        long now = index.counts(query, List.of(from, to)).stream()
                .mapToLong(CaptureCount::total)
                .sum();
        long hours = Duration.between(from, to).toHours();
        int length = (int) Math.max(1, (hours + 12) / 24);
        List<Long> totals = days.stream().map(CaptureCount::total).toList();
        return new UsualDay(
                new Digest.Usual(days.size(), median(totals), Collections.max(totals), length, now), medians(days));
    }

    private static Set<LocalDate> read(List<SourceHealth> sources) {
        TreeSet<LocalDate> read = sources.stream()
                .flatMap(source -> source.days().stream())
                .filter(day -> day.reached() > 0)
                .map(day -> day.day())
                .collect(Collectors.toCollection(TreeSet::new));
        read.pollFirst();
        return read;
    }

    private static Map<String, Double> medians(List<CaptureCount> days) {
        Set<String> categories = new HashSet<>();
        days.forEach(day -> categories.addAll(day.categories().keySet()));
        Map<String, Double> medians = new HashMap<>();
        for (String category : categories) {
            medians.put(
                    category,
                    median(days.stream()
                            .map(day -> day.categories().getOrDefault(category, 0L))
                            .toList()));
        }
        // So that a category never seen is known to be usually absent.
        medians.putIfAbsent("", 0.0);
        return medians;
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
