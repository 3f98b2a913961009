package org.watchword.analyze.quote;

/**
 * Words between quotation marks.
 *
 * @param open where the opening mark starts
 * @param start first unit after the opening mark
 * @param end one past the last unit before the closing mark
 * @param close one past the closing mark; equals {@code end} when the mark is missing
 */
record QuotedSpan(int open, int start, int end, int close) {

    boolean closed() {
        return close > end;
    }
}
