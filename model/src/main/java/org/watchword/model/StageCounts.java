package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one stage has done so far, since its data was first created. Travels on {@link Topics#COUNTS}, keyed by
 * {@code stage/scope}; the last record of a key is the valid one.
 *
 * @param stage {@code fetch}, {@code analyze} or {@code index}; {@code rules}, which takes in nothing but the failures of single rules; {@code retry} for what was sent back to one of them
 * @param scope the part of the stage that counts on its own: a source id, where several fetchers share the work followed by {@code @part-N}
 *     or, for what lies on one's disk, {@code @} and its name; or {@code partition-N}
 * @param in inputs that have ended; an input under way is in neither number
 * @param out how they ended: status, or {@code status:reason}, to number. Statuses: {@code emitted}, {@code unchanged},
 *     {@code duplicate}, {@code refused}, {@code dead-lettered}; of stage {@code rules}
 *     {@code failed:RULE}
 * @param at when this was counted
 */
@JsonPropertyOrder({"stage", "scope", "in", "out", "at"})
public record StageCounts(String stage, String scope, long in, SortedMap<String, Long> out, Instant at) {

    /** Not a stage of its own: inputs that were sent back by hand, scoped by the stage they were sent to. */
    public static final String RETRY = "retry";

    public static final String EMITTED = "emitted";
    public static final String UNCHANGED = "unchanged";
    public static final String DUPLICATE = "duplicate";
    public static final String REFUSED = "refused";
    public static final String DEAD_LETTERED = "dead-lettered";

    public StageCounts {
        out = Collections.unmodifiableSortedMap(new TreeMap<String, Long>(out));
    }

    /** {@code stage/scope}. */
    public String key() {
        return stage + '/' + scope;
    }

    /** Whether every input ended in exactly one status. */
    public boolean addsUp() {
        return in == out.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Inputs that ended in {@code status}, whatever the reason. */
    public long ended(String status) {
        return out.entrySet().stream()
                .filter(e -> e.getKey().equals(status) || e.getKey().startsWith(status + ':'))
                .mapToLong(e -> e.getValue())
                .sum();
    }
}
