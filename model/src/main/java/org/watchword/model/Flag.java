package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One indicator on a statement.
 *
 * @param category what it indicates
 * @param status whether it counts, or a guard lowered it
 * @param rule id of the rule that matched
 * @param pack name and content hash of the rule pack, {@code en/dehumanization@1f3a…}: the same input and pack give the same flag
 * @param severity the rule's severity
 * @param start first UTF-16 unit of the words that matched
 * @param end one past the last unit
 * @param target the group; absent for a category that needs none, such as a denied atrocity
 * @param guards the guards that fired, each with its reason; empty when flagged
 * @param score 0 to 1: how far to trust it
 */
@JsonPropertyOrder({"category", "status", "rule", "pack", "severity", "start", "end", "target", "guards", "score"})
public record Flag(
        Category category,
        FlagStatus status,
        String rule,
        String pack,
        Severity severity,
        int start,
        int end,
        @Nullable Target target,
        List<GuardNote> guards,
        double score) {

    public Flag {
        guards = List.copyOf(guards);
    }

    public Span span() {
        return new Span(start, end);
    }
}
