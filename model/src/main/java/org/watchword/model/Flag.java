package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One indicator on a statement.
 *
 * @param category what it indicates
 * @param status whether it counts, a guard lowered it, or only a model raised it
 * @param rule id of the rule that matched; for a candidate the model's name
 * @param pack name and content hash of the rule pack, {@code en/dehumanization@1f3a…}: the same input and pack give the same flag;
 *     for a candidate name and content hash of the model
 * @param severity the rule's severity
 * @param start first UTF-16 unit of the words that matched
 * @param end one past the last unit
 * @param target the group; absent for a category that needs none, such as a denied atrocity
 * @param guards the guards that fired, each with its reason; when flagged, remarks only
 * @param score 0 to 1: how far to trust it
 * @param opinion what a learned model thinks of it; absent where none was asked
 */
@JsonPropertyOrder({
    "category",
    "status",
    "rule",
    "pack",
    "severity",
    "start",
    "end",
    "target",
    "guards",
    "score",
    "opinion"
})
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
        double score,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Opinion opinion) {

    public Flag {
        guards = List.copyOf(guards);
    }

    /** A flag on which no model was asked. */
    public Flag(
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
        this(category, status, rule, pack, severity, start, end, target, guards, score, null);
    }

    /** This flag with what a model thinks of it. */
    public Flag with(Opinion heard) {
        return new Flag(category, status, rule, pack, severity, start, end, target, guards, score, heard);
    }

    public Span span() {
        return new Span(start, end);
    }
}
