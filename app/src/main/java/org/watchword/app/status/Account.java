package org.watchword.app.status;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.model.StageCounts;

/**
 * The counters of the whole line, and whether they add up.
 *
 * @param stages in the order of the line
 * @param checks what must hold, and whether it does
 */
@JsonPropertyOrder({"stages", "checks"})
public record Account(List<Stage> stages, List<Check> checks) {

    private static final String REDELIVERED = StageCounts.DUPLICATE + ":redelivered";
    private static final List<String> ORDER = List.of("fetch", "analyze", "index");

    public Account {
        stages = List.copyOf(stages);
        checks = List.copyOf(checks);
    }

    /**
     * One stage, all its scopes together.
     *
     * @param in inputs that have ended
     * @param out how they ended: {@code status} or {@code status:reason}, to number
     */
    @JsonPropertyOrder({"stage", "in", "out"})
    public record Stage(String stage, long in, SortedMap<String, Long> out) {

        public Stage {
            out = Collections.unmodifiableSortedMap(new TreeMap<String, Long>(out));
        }

        /** Inputs that ended in {@code status}, whatever the reason. */
        public long ended(String status) {
            return out.entrySet().stream()
                    .filter(e -> e.getKey().equals(status) || e.getKey().startsWith(status + ':'))
                    .mapToLong(e -> e.getValue())
                    .sum();
        }
    }

    /** How two numbers that should be equal stand to each other. */
    public enum Verdict {
        /** Equal. */
        HOLDS,
        /** The later stage has not seen everything yet. */
        UNDER_WAY,
        /** More came out than went in: something is counted twice or lost. */
        FAILS
    }

    /**
     * Two numbers that should be equal.
     *
     * @param name what is compared, in words
     * @param expected the number that went in
     * @param found the number that came out
     */
    @JsonPropertyOrder({"name", "expected", "found", "verdict"})
    public record Check(String name, long expected, long found, Verdict verdict) {}

    /** Sums up what the stages have counted. */
    public static Account of(Collection<StageCounts> counts) {
        Set<String> names = new LinkedHashSet<>(ORDER);
        counts.stream().map(StageCounts::stage).sorted().forEach(names::add);
        List<Stage> stages = names.stream()
                .map(name -> stage(name, counts))
                .filter(stage -> ORDER.contains(stage.stage) || stage.in > 0)
                .toList();
        List<Check> checks = new ArrayList<>();
        for (Stage stage : stages) {
            long ended = stage.out.values().stream().mapToLong(Long::longValue).sum();
            checks.add(new Check(
                    "every input of " + stage.stage + " ended exactly once",
                    stage.in,
                    ended,
                    stage.in == ended ? Verdict.HOLDS : Verdict.FAILS));
        }
        for (int i = 0; i + 1 < ORDER.size(); i++) {
            checks.add(handover(stages.get(i), stages.get(i + 1), sentBack(stages.get(i + 1), counts)));
        }
        return new Account(stages, checks);
    }

    /** The stage of that name; with zeros when it has counted nothing. */
    public Stage stage(String name) {
        Optional<Stage> found =
                stages.stream().filter(s -> s.stage.equals(name)).findFirst();
        return found.orElseGet(() -> new Stage(name, 0, new TreeMap<>()));
    }

    /** The check that what was handed to a stage has come out of it; empty for the first. */
    public Optional<Check> handover(String stage) {
        return checks.stream()
                .filter(check -> check.name().endsWith(" handed on what " + stage + " took in"))
                .findFirst();
    }

    /** Whether every check holds: nothing is lost, doubled or under way. */
    public boolean settled() {
        return checks.stream().allMatch(check -> check.verdict == Verdict.HOLDS);
    }

    /** Whether some check fails for good. */
    public boolean failed() {
        return checks.stream().anyMatch(check -> check.verdict == Verdict.FAILS);
    }

    /** Dead letters that were sent to a stage again come in besides. */
    private static long sentBack(Stage to, Collection<StageCounts> counts) {
        return counts.stream()
                .filter(count ->
                        count.stage().equals(StageCounts.RETRY) && count.scope().equals(to.stage))
                .mapToLong(StageCounts::in)
                .sum();
    }

    /** A fetcher killed between handing a document on and noting that hands it on once more; the next stage sees that it is the same. */
    private static Check handover(Stage from, Stage to, long sentBack) {
        long emitted = from.ended(StageCounts.EMITTED) + sentBack;
        long taken = to.in - to.out.getOrDefault(REDELIVERED, 0L);
        Verdict verdict = emitted == taken ? Verdict.HOLDS : taken < emitted ? Verdict.UNDER_WAY : Verdict.FAILS;
        return new Check(from.stage + " handed on what " + to.stage + " took in", emitted, taken, verdict);
    }

    private static Stage stage(String name, Collection<StageCounts> counts) {
        long in = 0;
        SortedMap<String, Long> out = new TreeMap<>();
        for (StageCounts count : counts) {
            if (count.stage().equals(name)) {
                in += count.in();
                count.out().forEach((status, number) -> out.merge(status, number, Long::sum));
            }
        }
        return new Stage(name, in, out);
    }
}
