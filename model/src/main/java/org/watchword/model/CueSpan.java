package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The words that announce a quote, such as {@code said} or {@code according to}; written in JSON as an object.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 */
@JsonPropertyOrder({"start", "end"})
public record CueSpan(int start, int end) {

    public Span span() {
        return new Span(start, end);
    }
}
