package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The group a flag is about.
 *
 * @param start first UTF-16 unit of the words that name it
 * @param end one past the last unit
 * @param text the words as they stand, for example {@code "these people"}
 * @param group id in the group lexicon the words stand for
 */
@JsonPropertyOrder({"start", "end", "text", "group"})
public record Target(int start, int end, String text, String group) {

    public Span span() {
        return new Span(start, end);
    }
}
