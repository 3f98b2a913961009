package org.watchword.desk.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * Something that somebody does at the desk.
 *
 * @param at when
 * @param who the account's name; {@code -} where there is none
 * @param role of the account; {@code -} where there is none
 * @param via how they are known: {@code local}, {@code session}, {@code token}, {@code proxy}, {@code -}
 * @param from the network address they come from
 * @param what in a few words, always the same for the same kind of deed
 * @param on the address it was asked for at, or what it was done to
 */
@JsonPropertyOrder({"at", "who", "role", "via", "from", "what", "on"})
public record Deed(Instant at, String who, String role, String via, String from, String what, String on) {

    private static final int LONGEST = 1000;

    public Deed {
        on = on.length() <= LONGEST ? on : on.substring(0, LONGEST) + "…";
    }
}
