package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.Verdict;

/**
 * Everything that was decided, counted by statement.
 *
 * @param states reviewed statements by where they stand
 * @param rules by rule: what became of the statements it had flagged
 * @param categories the same by category
 * @param pairs each two reviewers with what they hold of the same statements
 * @param crossed statements on which somebody decided without having seen the decision before theirs
 */
public record ReviewTotals(
        Map<ReviewState, Long> states,
        List<Outcomes> rules,
        List<Outcomes> categories,
        List<Pair> pairs,
        long crossed) {

    public ReviewTotals {
        states = Map.copyOf(states);
        rules = List.copyOf(rules);
        categories = List.copyOf(categories);
        pairs = List.copyOf(pairs);
    }

    /**
     * What became of statements that a rule, or rules of a category, had flagged.
     *
     * @param key rule or category id
     * @param right all flags of it were confirmed
     * @param wrong one was rejected, or put into another category
     * @param open reviewers differ, or cannot tell
     */
    @JsonPropertyOrder({"key", "right", "wrong", "open"})
    public record Outcomes(String key, long right, long wrong, long open) {}

    /**
     * Two reviewers who decided on the same statements.
     *
     * @param first by name before {@code second}
     * @param count of statements on which the first holds {@code firstVerdict} and the second {@code secondVerdict}
     */
    public record Pair(String first, String second, Verdict firstVerdict, Verdict secondVerdict, long count) {}
}
