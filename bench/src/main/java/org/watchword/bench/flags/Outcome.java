package org.watchword.bench.flags;

import java.util.List;
import java.util.stream.Collectors;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/**
 * What the program made of a sentence.
 *
 * @param sentence the sentence
 * @param flags all flags of all its statements
 */
record Outcome(LabelledSentence sentence, List<Flag> flags) {

    Outcome {
        flags = List.copyOf(flags);
    }

    boolean has(FlagStatus status) {
        return flags.stream().anyMatch(flag -> flag.status() == status);
    }

    boolean isFlagged() {
        return has(FlagStatus.FLAGGED);
    }

    /** Flagged in the category that was expected. */
    boolean isRight() {
        return flags.stream()
                .anyMatch(flag -> flag.status() == FlagStatus.FLAGGED
                        && flag.category().id().equals(sentence.family()));
    }

    /** Seen by a rule, and lowered by a guard. */
    boolean isContext() {
        return !isFlagged() && has(FlagStatus.CONTEXT);
    }

    /** Seen by no rule, and proposed by the model. */
    boolean isCandidate() {
        return has(FlagStatus.CANDIDATE);
    }

    /** Flagged, with nothing but flags that the model finds implausible. */
    boolean isDoubted() {
        return isFlagged()
                && flags.stream()
                        .filter(flag -> flag.status() == FlagStatus.FLAGGED)
                        .allMatch(
                                flag -> flag.opinion() != null && flag.opinion().doubts());
    }

    /** Categories and rules, for whoever asks to see them. */
    String found() {
        return flags.stream()
                .map(flag -> flag.status() + " " + flag.category().id() + " (" + flag.rule()
                        + (flag.guards().isEmpty()
                                ? ""
                                : ", " + flag.guards().get(0).guard()) + ")")
                .collect(Collectors.joining("; "));
    }
}
