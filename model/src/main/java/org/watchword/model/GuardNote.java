package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Why a flag was lowered to context.
 *
 * @param guard the guard's name, for example {@code negation}
 * @param reason what it saw, in words a reader understands
 */
@JsonPropertyOrder({"guard", "reason"})
public record GuardNote(String guard, String reason) {}
