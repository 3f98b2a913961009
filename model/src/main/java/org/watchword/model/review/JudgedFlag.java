package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/**
 * A flag as it stood before the reviewer. Rules change; this tells for good what was decided upon.
 *
 * @param category what it said
 * @param status whether it counted
 * @param rule that raised it, or the model
 * @param pack name and content hash of the rule pack, or of the model
 * @param start first UTF-16 unit of the words that matched, from the start of the statement
 * @param end one past the last unit
 * @param target id of the group; absent when there was none
 */
@JsonPropertyOrder({"category", "status", "rule", "pack", "start", "end", "target"})
public record JudgedFlag(
        Category category,
        FlagStatus status,
        String rule,
        String pack,
        int start,
        int end,
        @Nullable String target) {

    /** @param statementStart of the statement in its text */
    public static JudgedFlag of(Flag flag, int statementStart) {
        return new JudgedFlag(
                flag.category(),
                flag.status(),
                flag.rule(),
                flag.pack(),
                flag.start() - statementStart,
                flag.end() - statementStart,
                flag.target() == null ? null : flag.target().group());
    }

    /** All flags of a statement that starts there. */
    public static List<JudgedFlag> of(List<Flag> flags, int statementStart) {
        return flags.stream().map(flag -> of(flag, statementStart)).toList();
    }

    /** Names the flag among those of its statement, whatever the version of its pack: {@code rule@start-end}. */
    public String key() {
        return rule + '@' + start + '-' + end;
    }
}
