package org.watchword.desk.status;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchword.model.StageCounts;

/**
 * One stage, all its scopes together.
 *
 * @param stage {@code fetch}, {@code analyze}, {@code index}
 * @param in inputs that have ended
 * @param out how they ended
 * @param addsUp whether every input of every scope ended in exactly one status
 * @param at when last counted
 * @param scopes its parts, by name
 */
@JsonPropertyOrder({"stage", "in", "out", "addsUp", "at", "scopes"})
public record StageSummary(
        String stage, long in, SortedMap<String, Long> out, boolean addsUp, Instant at, List<StageCounts> scopes) {

    /** The statuses an input can end in, in the order they are shown. */
    public static final List<String> STATUSES = List.of(
            StageCounts.EMITTED,
            StageCounts.UNCHANGED,
            StageCounts.DUPLICATE,
            StageCounts.REFUSED,
            StageCounts.DEAD_LETTERED);

    private static final List<String> ORDER = List.of("fetch", "analyze", "index");

    public StageSummary {
        out = java.util.Collections.unmodifiableSortedMap(new TreeMap<String, Long>(out));
        scopes = List.copyOf(scopes);
    }

    /** The stages in the order of the line; unknown ones last. */
    public static List<StageSummary> of(List<StageCounts> counts) {
        Map<String, List<StageCounts>> byStage =
                counts.stream().collect(Collectors.groupingBy(StageCounts::stage, TreeMap::new, Collectors.toList()));
        return byStage.entrySet().stream()
                .map(entry -> summary(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(summary -> place(summary.stage())))
                .toList();
    }

    private static StageSummary summary(String stage, List<StageCounts> scopes) {
        TreeMap<String, Long> out = new TreeMap<>();
        scopes.forEach(scope -> scope.out().forEach((status, count) -> out.merge(status, count, Long::sum)));
        return new StageSummary(
                stage,
                scopes.stream().mapToLong(StageCounts::in).sum(),
                out,
                scopes.stream().allMatch(StageCounts::addsUp),
                scopes.stream()
                        .map(StageCounts::at)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                scopes.stream().sorted(Comparator.comparing(StageCounts::scope)).toList());
    }

    /** Inputs that ended in {@code status}, whatever the reason. */
    public long ended(String status) {
        return scopes.stream().mapToLong(scope -> scope.ended(status)).sum();
    }

    private static int place(String stage) {
        int place = ORDER.indexOf(stage);
        return place < 0 ? ORDER.size() : place;
    }
}
