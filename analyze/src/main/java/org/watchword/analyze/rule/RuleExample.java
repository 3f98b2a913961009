package org.watchword.analyze.rule;

import org.watchword.model.Span;

/**
 * A text with what its rule must do on it.
 *
 * @param expect what must come out
 * @param text without the marks
 * @param span the words between {@code [[} and {@code ]]}; the whole text when it is not to match
 */
public record RuleExample(Expect expect, String text, Span span) {

    /** What a rule must do on an example. */
    public enum Expect {
        /** A flag on exactly the marked words. */
        MATCH,
        /** A match that a guard lowers. */
        CONTEXT,
        NO_MATCH
    }

    private static final String OPEN = "[[";
    private static final String CLOSE = "]]";

    /** @throws IllegalArgumentException when a match does not have its words marked */
    static RuleExample read(Expect expect, String marked) {
        int open = marked.indexOf(OPEN);
        int close = marked.indexOf(CLOSE);
        if (open >= 0 && close > open) {
            String text = marked.substring(0, open)
                    + marked.substring(open + OPEN.length(), close)
                    + marked.substring(close + CLOSE.length());
            return new RuleExample(expect, text, new Span(open, close - OPEN.length()));
        }
        if (expect == Expect.MATCH) {
            throw new IllegalArgumentException("mark the words that match with [[ and ]]");
        }
        return new RuleExample(expect, marked, new Span(0, marked.length()));
    }
}
