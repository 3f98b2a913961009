package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one person says at a stretch in a transcript: a span of {@link Document#text()}, paragraph breaks included, without the label
 * that names the person.
 *
 * @param start first UTF-16 unit of the words, inclusive
 * @param end last UTF-16 unit, exclusive; never before {@code start}
 * @param label the speaker as the page prints it: "President of Marenthia Orlan Tesk", "Question", "MODERATOR"
 * @param speaker the speaker's name; absent where the label names nobody, as for a question from the floor
 * @param office office of the speaker, from this label or from an earlier one of the same page that gave it
 */
@JsonPropertyOrder({"start", "end", "label", "speaker", "office"})
public record Turn(
        int start,
        int end,
        String label,
        @Nullable String speaker,
        @Nullable String office) {

    /** @throws IllegalArgumentException when the span is negative or runs backwards */
    public Turn {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public Span span() {
        return new Span(start, end);
    }
}
