package org.watchword.desk;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.index.Facet;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementSummaries;
import org.watchword.index.StatementSummary;

/** Counts one by one. */
final class InMemorySummaries implements StatementSummaries {

    private final InMemoryStatementIndex index;

    InMemorySummaries(InMemoryStatementIndex index) {
        this.index = index;
    }

    @Override
    public StatementSummary summary(StatementQuery query, Set<Facet> facets) {
        List<StatementRecord> found = index.found(query);
        if (found.isEmpty()) {
            return StatementSummary.empty();
        }
        EnumMap<Facet, List<StatementSummary.Value>> values = new EnumMap<>(Facet.class);
        facets.forEach(facet -> values.put(facet, values(facet, found)));
        return new StatementSummary(
                found.size(),
                found.stream().map(StatementRecord::outlet).distinct().count(),
                first(found),
                last(found),
                months(found),
                values);
    }

    private static List<StatementSummary.Value> values(Facet facet, List<StatementRecord> found) {
        Map<String, List<StatementRecord>> byValue = new TreeMap<>();
        found.forEach(statement -> InMemoryStatementIndex.values(facet, statement)
                .distinct()
                .forEach(value ->
                        byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(statement)));
        return byValue.entrySet().stream()
                .map(e -> new StatementSummary.Value(
                        e.getKey(), e.getValue().size(), first(e.getValue()), last(e.getValue())))
                .sorted(Comparator.comparingLong(StatementSummary.Value::count).reversed())
                .toList();
    }

    private static List<StatementSummary.Month> months(List<StatementRecord> found) {
        Map<String, List<StatementRecord>> byMonth = found.stream()
                .collect(Collectors.groupingBy(
                        s -> YearMonth.from(InMemoryStatementIndex.date(s).atZone(ZoneOffset.UTC))
                                .toString(),
                        TreeMap::new,
                        Collectors.toList()));
        return byMonth.entrySet().stream()
                .map(e -> new StatementSummary.Month(
                        e.getKey(),
                        e.getValue().size(),
                        counts(e.getValue(), s -> InMemoryStatementIndex.values(Facet.STATUS, s)),
                        counts(e.getValue(), s -> InMemoryStatementIndex.values(Facet.CATEGORY, s)
                                .map(category -> category.split("\\.")[0]))))
                .toList();
    }

    private static Map<String, Long> counts(
            List<StatementRecord> found, Function<StatementRecord, Stream<String>> values) {
        return found.stream()
                .flatMap(statement -> values.apply(statement).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static Instant first(List<StatementRecord> found) {
        return found.stream()
                .map(InMemoryStatementIndex::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant last(List<StatementRecord> found) {
        return found.stream()
                .map(InMemoryStatementIndex::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
