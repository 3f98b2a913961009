package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A name found in the text.
 *
 * @param start first UTF-16 unit of the mention
 * @param end one past the last unit
 * @param type what it names
 * @param text the words as they stand
 */
@JsonPropertyOrder({"start", "end", "type", "text"})
public record Entity(int start, int end, EntityType type, String text) {

    public Span span() {
        return new Span(start, end);
    }
}
