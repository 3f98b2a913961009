package org.watchword.analyze.rule;

/**
 * A rule or a file that was refused; the others load.
 *
 * @param rule id of the rule; empty when the whole file was refused
 * @param message {@code file:line:column: what is wrong and what was expected}
 */
public record RuleProblem(String rule, String message) {}
