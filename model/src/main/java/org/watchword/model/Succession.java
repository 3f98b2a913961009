package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a statement when a later version of its page was captured.
 *
 * @param statementId a statement of an earlier version
 * @param successorId the same words in the later version; absent when the words are gone from the page
 * @param at when the later version was captured
 */
@JsonPropertyOrder({"statementId", "successorId", "at"})
public record Succession(String statementId, @Nullable String successorId, Instant at) {}
