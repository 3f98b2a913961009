package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param office what the text says the person is, in its own words: "foreign minister"; absent when it says nothing
 * @param country the country that office is of; absent when the text names none
 */
@JsonPropertyOrder({"start", "end", "text", "name", "office", "country"})
public record Mention(
        int start,
        int end,
        String text,
        @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String office,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country) {

    @JsonCreator
    public Mention(
            @JsonProperty("start") int start,
            @JsonProperty("end") int end,
            @JsonProperty("text") String text,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("office") @Nullable String office,
            @JsonProperty("country") @Nullable String country) {
        this.start = start;
        this.end = end;
        this.text = text;
        this.name = name;
        this.office = office;
        this.country = country;
    }

    /** A mention of somebody of whom the text says no more. */
    public Mention(int start, int end, String text, @Nullable String name) {
        this(start, end, text, name, null, null);
    }

    public Span span() {
        return new Span(start, end);
    }
}
