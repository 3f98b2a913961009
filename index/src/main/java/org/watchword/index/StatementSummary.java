package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements summed up; copies count each.
 *
 * @param total how many
 * @param outlets in how many outlets, exact to some thousand
 * @param first when the earliest was published or, where unknown, captured; absent when there is none
 * @param last when the latest was
 * @param months those with statements, in order
 * @param values the most frequent values of each facet, at most {@value #MOST_VALUES}, the most frequent first
 */
@JsonPropertyOrder({"total", "outlets", "first", "last", "months", "values"})
public record StatementSummary(
        long total,
        long outlets,
        @Nullable Instant first,
        @Nullable Instant last,
        List<Month> months,
        Map<Facet, List<Value>> values) {

    /** Values told of one facet. */
    public static final int MOST_VALUES = 50;

    public StatementSummary {
        months = List.copyOf(months);
        EnumMap<Facet, List<Value>> copy = new EnumMap<>(Facet.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Of nothing. */
    public static StatementSummary empty() {
        return new StatementSummary(0, 0, null, null, List.of(), Map.of());
    }

    /** The values of a facet; empty when no statement has any. */
    public List<Value> of(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    /** How many have a value. */
    public long count(Facet facet, String value) {
        return of(facet).stream()
                .filter(found -> found.value().equals(value))
                .mapToLong(Value::count)
                .sum();
    }

    /**
     * One month (UTC).
     *
     * @param month {@code yyyy-MM}
     * @param total statements in it
     * @param statuses how many have a flag of each status; {@code unflagged} when they have none
     * @param families how many have a flag of each family of categories
     */
    @JsonPropertyOrder({"month", "total", "statuses", "families"})
    public record Month(String month, long total, Map<String, Long> statuses, Map<String, Long> families) {}

    /**
     * One value of a facet.
     *
     * @param first when the earliest statement that has it was published or, where unknown, captured
     * @param last when the latest was
     */
    @JsonPropertyOrder({"value", "count", "first", "last"})
    public record Value(String value, long count, Instant first, Instant last) {}
}
