package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a statement is.
 *
 * @param text the words that name the speaker where the statement stands
 * @param name the speaker's name in the fullest form known; absent where a pronoun may mean anybody, never guessed
 */
@JsonPropertyOrder({"text", "name"})
public record Speaker(String text, @Nullable String name) {}
