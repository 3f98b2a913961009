package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One place where two texts of a page differ, in whole words. Words added have an empty span in the earlier text, words removed an
 * empty one in the later.
 *
 * @param fromStart first UTF-16 unit in the earlier text
 * @param fromEnd one past the last unit in the earlier text
 * @param toStart first UTF-16 unit in the later text
 * @param toEnd one past the last unit in the later text
 * @param removed the words of the earlier text, as they stood
 * @param added the words of the later text, as they stand
 */
@JsonPropertyOrder({"fromStart", "fromEnd", "toStart", "toEnd", "removed", "added"})
public record Edit(int fromStart, int fromEnd, int toStart, int toEnd, String removed, String added) {

    /** @throws IllegalArgumentException when a span is negative or runs backwards */
    public Edit {
        if (fromStart < 0 || fromEnd < fromStart || toStart < 0 || toEnd < toStart) {
            throw new IllegalArgumentException(
                    "not an edit: " + fromStart + ".." + fromEnd + " to " + toStart + ".." + toEnd);
        }
    }

    /** Where it stood in the earlier text. */
    public Span from() {
        return new Span(fromStart, fromEnd);
    }

    /** Where it stands in the later text. */
    public Span to() {
        return new Span(toStart, toEnd);
    }
}
