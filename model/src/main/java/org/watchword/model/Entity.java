package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A name found in the text.
 *
 * @param start first UTF-16 unit of the mention
 * @param end one past the last unit
 * @param type what it names
 * @param text the words as they stand
 * @param name the name the words stand for, in the fullest form the document gives and the aliases know; absent when it is {@code text}
 */
@JsonPropertyOrder({"start", "end", "type", "text", "name"})
public record Entity(
        int start,
        int end,
        EntityType type,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name) {

    @JsonCreator
    public Entity(
            @JsonProperty("start") int start,
            @JsonProperty("end") int end,
            @JsonProperty("type") EntityType type,
            @JsonProperty("text") String text,
            @JsonProperty("name") @Nullable String name) {
        this.start = start;
        this.end = end;
        this.type = type;
        this.text = text;
        this.name = name;
    }

    /** A name that stands for itself. */
    public Entity(int start, int end, EntityType type, String text) {
        this(start, end, type, text, null);
    }

    public Span span() {
        return new Span(start, end);
    }

    /** The name the words stand for: {@link #name} where there is one, else the words themselves. */
    public String fullName() {
        return name == null ? text : name;
    }
}
