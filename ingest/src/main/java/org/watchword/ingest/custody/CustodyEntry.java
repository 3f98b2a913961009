package org.watchword.ingest.custody;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of the custody log.
 *
 * @param seq 1 for the first entry, then one more each
 * @param at when it was written
 * @param who the user and machine, or as set under {@code custody.who}
 * @param what one of {@link CustodyEvent}
 * @param detail what the event concerns, by names that its kind fixes
 * @param prev SHA-256 of the line before, without its line feed; 64 zeros in the first
 */
@JsonPropertyOrder({"seq", "at", "who", "what", "detail", "prev"})
public record CustodyEntry(
        long seq, Instant at, String who, String what, SortedMap<String, String> detail, String prev) {

    static final String NOTHING_BEFORE = "0".repeat(64);

    public CustodyEntry {
        detail = Collections.unmodifiableSortedMap(new TreeMap<>(detail));
    }

    /** A detail; empty when the entry has none of that name. */
    public String detail(String name) {
        return detail.getOrDefault(name, "");
    }

    /** A number among the details; -1 when there is none. */
    public long number(String name) {
        String value = detail(name);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }

    boolean is(CustodyEvent event) {
        return what.equals(event.id());
    }

    static CustodyEntry of(
            long seq, Instant at, String who, CustodyEvent what, Map<String, String> detail, String prev) {
        return new CustodyEntry(seq, at, who, what.id(), new TreeMap<>(detail), prev);
    }
}
