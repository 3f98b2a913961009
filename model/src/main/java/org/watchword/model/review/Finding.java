package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was held of a statement before a decision, or is after it.
 *
 * @param state where it stood
 * @param speaker whose words; absent when nobody is named
 * @param targets the groups
 * @param categories the categories
 */
@JsonPropertyOrder({"state", "speaker", "targets", "categories"})
public record Finding(ReviewState state, @Nullable String speaker, List<String> targets, List<String> categories) {

    public Finding {
        targets = List.copyOf(targets);
        categories = List.copyOf(categories);
    }

    /** What the machine found and nobody has decided on. */
    public static Finding of(@Nullable String speaker, List<JudgedFlag> flags) {
        return new Finding(
                ReviewState.UNREVIEWED,
                speaker,
                flags.stream()
                        .map(flag -> flag.target() == null ? "" : flag.target())
                        .filter(target -> !target.isEmpty())
                        .distinct()
                        .toList(),
                flags.stream().map(flag -> flag.category().id()).distinct().toList());
    }

    /** The same, put right. */
    public Finding with(ReviewState now, Correction correction) {
        return new Finding(
                now,
                correction.speaker() == null ? speaker : correction.speaker(),
                correction.target() == null ? targets : List.of(correction.target()),
                correction.category() == null ? categories : List.of(correction.category()));
    }
}
