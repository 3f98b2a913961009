package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Why a flag was lowered to context; on a flag that counts, what its reader has to know.
 *
 * @param guard the guard's name, for example {@code negation}, or the remark's: {@code owned}, {@code reported}, {@code metonym}
 * @param reason what it saw, in words a reader understands
 */
@JsonPropertyOrder({"guard", "reason"})
public record GuardNote(String guard, String reason) {}
