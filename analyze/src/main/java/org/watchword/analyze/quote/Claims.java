package org.watchword.analyze.quote;

import java.util.Arrays;

/** Which tokens of a passage are already known to be somebody's words, or to name a source or cue. One per passage. */
final class Claims {

    private final int[] contentEnd;
    private final boolean[] named;

    Claims(int size) {
        contentEnd = new int[size];
        named = new boolean[size];
        Arrays.fill(contentEnd, -1);
    }

    void content(int from, int to) {
        Arrays.fill(contentEnd, from, to, to);
    }

    void name(int from, int to) {
        Arrays.fill(named, from, to, true);
    }

    /** Whether a token is part of words that end before another token. */
    boolean endedBefore(int token, int other) {
        return contentEnd[token] >= 0 && contentEnd[token] <= other;
    }

    boolean isContent(int token) {
        return contentEnd[token] >= 0;
    }

    boolean isNamed(int token) {
        return named[token];
    }

    boolean isFree(int token) {
        return contentEnd[token] < 0 && !named[token];
    }
}
