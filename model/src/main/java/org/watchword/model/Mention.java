package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The words that name the speaker of a quote.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 * @param text the words as they stand, for example {@code "she"} or {@code "Mr Oren"}
 * @param name the person they stand for, in the fullest form the document gives; equals {@code text} when nothing fuller is known;
 *     absent for a pronoun that may mean anybody, never guessed
 */
@JsonPropertyOrder({"start", "end", "text", "name"})
public record Mention(
        int start, int end, String text, @Nullable String name) {

    public Span span() {
        return new Span(start, end);
    }
}
