package org.watchword.analyze.opinion;

/**
 * What the model holds of a sentence.
 *
 * @param score 0 to 1, calibrated: how likely it degrades or threatens the group it names
 * @param threatens whether it would rather threaten than degrade
 */
public record Judgement(double score, boolean threatens) {}
