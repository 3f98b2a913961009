package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a learned model holds of a sentence that a rule flagged: a second opinion, which changes no flag.
 *
 * @param model name and content hash of the model, {@code second-opinion.en@1f3a…}
 * @param score 0 to 1: how likely the model thinks it that the sentence degrades or threatens a group
 * @param doubts whether that is so little that whoever reads the flag should look twice
 */
@JsonPropertyOrder({"model", "score", "doubts"})
public record Opinion(String model, double score, boolean doubts) {}
