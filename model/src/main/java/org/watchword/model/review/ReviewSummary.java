package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement stands after all decisions on it.
 *
 * @param state where it stands
 * @param agreement how it came there; absent while nobody has decided
 * @param verdicts what each reviewer holds now, by name; an adjudication is not among them
 * @param adjudicator who settled it; absent when nobody did
 * @param correction what was put right
 * @param at time of the newest decision; absent while there is none
 * @param latest id of the newest decision; absent while there is none
 * @param crossed whether somebody decided without having seen the decision before theirs
 * @param changed whether speaker or flags are no longer those that were decided upon
 */
@JsonPropertyOrder({"state", "agreement", "verdicts", "adjudicator", "correction", "at", "latest", "crossed", "changed"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewSummary(
        ReviewState state,
        @Nullable Agreement agreement,
        List<Voice> verdicts,
        @Nullable String adjudicator,
        Correction correction,
        @Nullable Instant at,
        @Nullable String latest,
        boolean crossed,
        boolean changed) {

    /** What one reviewer holds. */
    @JsonPropertyOrder({"reviewer", "verdict", "at"})
    public record Voice(String reviewer, Verdict verdict, Instant at) {}

    @SuppressWarnings("ConstantValue") // An index may keep less.
    public ReviewSummary {
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
        correction = correction == null ? Correction.none() : correction;
    }

    /** Of a statement on which nobody has decided. */
    public static ReviewSummary unreviewed() {
        return new ReviewSummary(
                ReviewState.UNREVIEWED, null, List.of(), null, Correction.none(), null, null, false, false);
    }

    /** Whether this account has a voice in it. */
    public boolean heard(String account) {
        return verdicts.stream().anyMatch(voice -> voice.reviewer().equals(account));
    }

    @JsonIgnore
    public boolean isReviewed() {
        return state != ReviewState.UNREVIEWED;
    }

    /** What was put right and counts: nothing while reviewers differ. */
    public Correction agreed() {
        return state == ReviewState.DISPUTED ? Correction.none() : correction;
    }

    /** The same, with whether what was decided upon is still what is found. */
    public ReviewSummary asChanged(boolean now) {
        return new ReviewSummary(state, agreement, verdicts, adjudicator, correction, at, latest, crossed, now);
    }
}
