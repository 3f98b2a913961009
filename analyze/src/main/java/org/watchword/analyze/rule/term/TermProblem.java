package org.watchword.analyze.rule.term;

/**
 * A line that no rule was made of.
 *
 * @param line from 1
 * @param message what is wrong with it and what was expected
 */
public record TermProblem(int line, String message) {}
