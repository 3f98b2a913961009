package org.watchword.ingest.evidence;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One link of the chain, recomputed.
 *
 * @param level which
 * @param outcome whether it holds
 * @param found what was compared, or what differs, in words
 */
@JsonPropertyOrder({"level", "outcome", "found"})
public record Check(Level level, Outcome outcome, String found) {

    /** What came of a check. */
    public enum Outcome {
        /** Recomputed, and the same. */
        HOLDS,
        /** Recomputed, and not the same; or what it rests on is gone. */
        DIFFERS,
        /** There is nothing to compare with. It proves nothing, and disproves nothing. */
        UNCHECKED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check holds(Level level, String found) {
        return new Check(level, Outcome.HOLDS, found);
    }

    static Check differs(Level level, String found) {
        return new Check(level, Outcome.DIFFERS, found);
    }

    static Check unchecked(Level level, String why) {
        return new Check(level, Outcome.UNCHECKED, why);
    }

    /** Holds when the two are the same. */
    static Check same(Level level, String what, Object wanted, Object found) {
        return wanted.equals(found)
                ? holds(level, what + " is " + found)
                : differs(level, what + " is " + found + ", not " + wanted);
    }
}
