package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a digest has come on one of its ways out.
 *
 * @param state whether it went out
 * @param attempts tries so far
 * @param at the last of them; absent before the first
 * @param next when it is tried again; absent when it is not
 * @param problem why the last try failed; absent when it did not
 */
@JsonPropertyOrder({"state", "attempts", "at", "next", "problem"})
public record DigestDelivery(
        State state,
        int attempts,
        @Nullable Instant at,
        @Nullable Instant next,
        @Nullable String problem) {

    /** Whether it went out. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Given up: refused for good, or tried for too long. */
        FAILED
    }

    /** Not tried yet. */
    public static DigestDelivery pending() {
        return new DigestDelivery(State.PENDING, 0, null, null, null);
    }

    public DigestDelivery delivered(Instant now) {
        return new DigestDelivery(State.DELIVERED, attempts + 1, now, null, null);
    }

    public DigestDelivery failed(Instant now, String why) {
        return new DigestDelivery(State.FAILED, attempts + 1, now, null, why);
    }

    public DigestDelivery postponed(Instant now, Instant again, String why) {
        return new DigestDelivery(State.PENDING, attempts + 1, now, again, why);
    }

    /** Whether it is time to try. */
    public boolean isDue(Instant now) {
        return state == State.PENDING && (next == null || !next.isAfter(now));
    }
}
