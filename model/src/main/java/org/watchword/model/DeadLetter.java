package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input that a stage could not process, kept whole. Travels on {@link Topics#DEAD_LETTERS}.
 *
 * @param id {@link ContentHash#sha256Hex} of stage and origin: the same failure delivered twice has the same id
 * @param stage {@code fetch}, {@code analyze} or {@code index}
 * @param code short and stable, for example {@code not-json}
 * @param reason what was wrong, in words
 * @param origin topic-partition-offset, URL, or file and line it came from
 * @param at when it failed
 * @param original the input's bytes; empty when there were none
 */
@JsonPropertyOrder({"id", "stage", "code", "reason", "origin", "at", "original"})
public record DeadLetter(
        String id, String stage, String code, String reason, String origin, Instant at, byte[] original) {

    public DeadLetter {
        original = original.clone();
    }

    /** A dead letter with its id computed from {@code stage} and {@code origin}. */
    public static DeadLetter of(String stage, String code, String reason, String origin, Instant at, byte[] original) {
        return new DeadLetter(ContentHash.sha256Hex(stage + '\n' + origin), stage, code, reason, origin, at, original);
    }

    @Override
    public byte[] original() {
        return original.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeadLetter d
                && id.equals(d.id)
                && stage.equals(d.stage)
                && code.equals(d.code)
                && reason.equals(d.reason)
                && origin.equals(d.origin)
                && at.equals(d.at)
                && Arrays.equals(original, d.original);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, stage, code, reason, origin, at, Arrays.hashCode(original));
    }
}
