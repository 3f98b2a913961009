package org.watchword.desk.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.watchword.index.CaptureCount;
import org.watchword.index.CaptureIndex;
import org.watchword.index.CaptureQuery;
import org.watchword.index.Facet;
import org.watchword.index.QueryException;
import org.watchword.index.StatementRecord;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Severity;

/** Finds by plain words; an unclosed quotation mark is not understood. */
public final class InMemoryCaptures implements CaptureIndex {

    private static final int PAGE = 100;

    private final Map<String, StatementRecord> statements = new LinkedHashMap<>();

    public void put(StatementRecord... records) {
        for (StatementRecord record : records) {
            statements.put(record.id(), record);
        }
    }

    public void remove(StatementRecord record) {
        statements.remove(record.id());
    }

    @Override
    public void walk(CaptureQuery query, Consumer<List<StatementRecord>> pages) {
        List<StatementRecord> found = statements.values().stream()
                .filter(s -> matches(s, query))
                .sorted(Comparator.comparing((StatementRecord s) -> -gravest(s))
                        .thenComparing(StatementRecord::capturedAt)
                        .thenComparing(StatementRecord::id))
                .toList();
        for (int i = 0; i < found.size(); i += PAGE) {
            pages.accept(found.subList(i, Math.min(i + PAGE, found.size())));
        }
    }

    @Override
    public List<CaptureCount> counts(CaptureQuery query, List<Instant> bounds) {
        List<CaptureCount> counts = new ArrayList<>();
        for (int i = 1; i < bounds.size(); i++) {
            CaptureQuery part = query.between(bounds.get(i - 1), bounds.get(i));
            TreeMap<String, Long> categories = new TreeMap<>();
            List<StatementRecord> found =
                    statements.values().stream().filter(s -> matches(s, part)).toList();
            found.forEach(s -> s.flags().stream()
                    .map(f -> f.category().id())
                    .distinct()
                    .forEach(c -> categories.merge(c, 1L, Long::sum)));
            counts.add(new CaptureCount(part.from(), part.to(), found.size(), categories));
        }
        return counts;
    }

    @Override
    public Map<String, StatementRecord> statements(Collection<String> ids) {
        Map<String, StatementRecord> found = new LinkedHashMap<>();
        ids.stream().filter(statements::containsKey).forEach(id -> found.put(id, statements.get(id)));
        return found;
    }

    private static boolean matches(StatementRecord s, CaptureQuery query) {
        if (query.text().chars().filter(c -> c == '"').count() % 2 == 1) {
            throw new QueryException(
                    "This quotation mark is never closed", query.text().lastIndexOf('"'));
        }
        List<String> categories = query.facets().getOrDefault(Facet.CATEGORY, List.of());
        List<String> speakers = query.facets().getOrDefault(Facet.SPEAKER, List.of());
        return s.supersededBy() == null
                && (speakers.isEmpty()
                        || s.speaker() != null && speakers.contains(s.speaker().name()))
                && !s.capturedAt().isBefore(query.from())
                && s.capturedAt().isBefore(query.to())
                && s.text().contains(query.text())
                && s.flags().stream().anyMatch(f -> f.status() == FlagStatus.FLAGGED)
                && (categories.isEmpty()
                        || s.flags().stream().anyMatch(f -> categories.stream()
                                .anyMatch(c -> f.category().id().startsWith(c))));
    }

    private static int gravest(StatementRecord s) {
        return s.flags().stream()
                .filter(f -> f.status() == FlagStatus.FLAGGED)
                .map(Flag::severity)
                .max(Comparator.naturalOrder())
                .map(Severity::ordinal)
                .orElse(-1);
    }
}
