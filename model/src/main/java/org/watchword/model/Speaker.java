package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a statement is.
 *
 * @param text the words that name the speaker where the statement stands
 * @param name the speaker's name in the fullest form known; absent where a pronoun may mean anybody, never guessed
 * @param office what the text says the speaker is, in its own words; absent when it says nothing
 * @param country the country that office is of; absent when the text names none
 */
@JsonPropertyOrder({"text", "name", "office", "country"})
public record Speaker(
        String text,
        @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String office,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country) {

    @JsonCreator
    public Speaker(
            @JsonProperty("text") String text,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("office") @Nullable String office,
            @JsonProperty("country") @Nullable String country) {
        this.text = text;
        this.name = name;
        this.office = office;
        this.country = country;
    }

    /** A speaker of whom no office is known. */
    public Speaker(String text, @Nullable String name) {
        this(text, name, null, null);
    }
}
