/**
 * Training of the second opinion. {@link org.watchword.bench.opinion.TrainOpinionCommand} reads corpora ({@code Corpora}) and the examples
 * of the rules, relabels and divides them ({@code ExampleReader}), fits weights ({@code MaxentTraining}), calibrates them and chooses
 * thresholds on one part ({@code PlattScaling}, {@code Thresholds}), and measures on another or on whole corpora left out
 * ({@code OpinionReport}). {@link org.watchword.bench.opinion.CandidatesCommand} counts what the model raises in ordinary texts.
 */
@NullMarked
package org.watchword.bench.opinion;

import org.jspecify.annotations.NullMarked;
