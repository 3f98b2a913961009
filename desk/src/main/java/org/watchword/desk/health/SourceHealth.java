package org.watchword.desk.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.model.SourceDay;

/**
 * How one source is.
 *
 * @param source its id
 * @param condition in a word
 * @param words in a sentence, with the reason
 * @param lastSuccess the last look that could read it; absent when there was none
 * @param lastFailure the last look that could not; absent when there was none
 * @param problem why that one failed, {@code code: reason}; absent when none did
 * @param normal articles on a day such as today as a rule; absent while too little is known
 * @param days its days in order, from the first that is known to today, gaps included; the last {@value #KEPT} at the most
 */
@JsonPropertyOrder({"source", "condition", "words", "lastSuccess", "lastFailure", "problem", "normal", "days"})
public record SourceHealth(
        String source,
        Condition condition,
        String words,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String problem,
        @Nullable Double normal,
        List<CoverageDay> days) {

    /** Days told of each source. */
    public static final int KEPT = 400;

    /** All sources, the worst first, then by id. */
    public static List<SourceHealth> of(Collection<SourceDay> records, Instant now) {
        Map<String, List<SourceDay>> bySource =
                records.stream().collect(Collectors.groupingBy(SourceDay::source, TreeMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue(), now))
                .sorted(Comparator.comparing(SourceHealth::condition).thenComparing(SourceHealth::source))
                .toList();
    }

    private static SourceHealth of(String source, List<SourceDay> records, Instant now) {
        TreeMap<LocalDate, SourceDay> days = new TreeMap<>();
        records.forEach(record -> days.merge(record.day(), record, SourceDay::plus));
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate first = days.firstKey().isAfter(today) ? today : days.firstKey();
        LocalDate from = first.isBefore(today.minusDays(KEPT - 1)) ? today.minusDays(KEPT - 1) : first;
        Normal normal = new Normal(days);
        List<CoverageDay> told = from.datesUntil(today.plusDays(1))
                .map(day -> CoverageDay.of(day, days.get(day), normal.on(day)))
                .toList();
        Instant success = last(days.values(), SourceDay::succeededAt);
        Instant failure = last(days.values(), SourceDay::failedAt);
        String problem = days.values().stream()
                .filter(day -> failure != null && failure.equals(day.failedAt()))
                .map(SourceDay::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Diagnosis diagnosis = new Diagnosis(told, today, success, failure, problem);
        return new SourceHealth(
                source,
                diagnosis.condition(),
                diagnosis.words(),
                success,
                failure,
                problem,
                told.get(told.size() - 1).normal(),
                told);
    }

    private interface Moment {
        @Nullable
        Instant of(SourceDay day);
    }

    private static @Nullable Instant last(Collection<SourceDay> days, Moment moment) {
        return days.stream()
                .flatMap(day -> Stream.ofNullable(moment.of(day)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Days that tell something of what was published. */
    public long coveredDays() {
        return days.stream()
                .filter(d -> d.kind() == DayKind.PUBLISHED || d.kind() == DayKind.NOTHING_NEW)
                .count();
    }

    /** Articles first captured on the days told. */
    public long articles() {
        return days.stream().mapToLong(CoverageDay::articles).sum();
    }
}
