package org.watchword.app.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.watchword.model.DeadLetter;

/**
 * A dead letter without the input it holds, which may be large.
 *
 * @param bytes length of that input
 * @param partition of the topic, where the whole letter lies
 * @param offset in the partition
 */
@JsonPropertyOrder({"id", "stage", "code", "reason", "origin", "at", "bytes"})
public record LetterSummary(
        String id,
        String stage,
        String code,
        String reason,
        String origin,
        Instant at,
        int bytes,
        @JsonIgnore int partition,
        @JsonIgnore long offset) {

    static LetterSummary of(DeadLetter letter, int partition, long offset) {
        return new LetterSummary(
                letter.id(),
                letter.stage(),
                letter.code(),
                letter.reason(),
                letter.origin(),
                letter.at(),
                letter.original().length,
                partition,
                offset);
    }
}
