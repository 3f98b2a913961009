package org.watchword.analyze.quote;

import java.util.List;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

/**
 * A sentence as a reader sees it: sentences of the text that stand within the same quotation marks are one passage, together with
 * what announces them.
 *
 * @param tokens words in order
 * @param quoted for each token the index of the quoted span it stands in, marks included; -1 outside
 * @param quotes the quoted spans of the passage
 * @param paragraph number of its paragraph
 */
record Passage(List<Token> tokens, int[] quoted, List<QuotedSpan> quotes, int paragraph) {

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    boolean outside(int i) {
        return quoted[i] < 0;
    }

    boolean isMark(int i, String mark) {
        return tokens.get(i).surface().equals(mark);
    }

    /** First token of the quoted span that token {@code i} stands in. */
    int firstOfQuote(int i) {
        int j = i;
        while (j > 0 && quoted[j - 1] == quoted[i]) {
            j--;
        }
        return j;
    }

    /** One past the last token of the quoted span that token {@code i} stands in. */
    int endOfQuote(int i) {
        int j = i;
        while (j < size() && quoted[j] == quoted[i]) {
            j++;
        }
        return j;
    }

    Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    boolean isDash(int i) {
        String s = token(i).surface();
        return s.equals("\u2014")
                || s.equals("\u2013")
                || s.equals("--")
                || s.equals("\u2015")
                || s.equals("-") && isSpaced(i);
    }

    /** Agencies print a hyphen between spaces for a dash. */
    private boolean isSpaced(int i) {
        return i > 0
                && i + 1 < size()
                && token(i - 1).end() < token(i).start()
                && token(i).end() < token(i + 1).start();
    }

    /** Whether any token of the range ends a sentence or a part of one. */
    boolean hasEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isEnd(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any token of the range is a verb or auxiliary. */
    boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            if (token(i).is("VERB") || token(i).is("AUX")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the token ends a sentence or a part of one. */
    boolean isEnd(int i) {
        return token(i).is("PUNCT") && (isMark(i, ".") || isMark(i, "?") || isMark(i, "!") || isMark(i, ";"));
    }

    /** The first quoted token from {@code from} on, within a sentence's length; -1 when there is none. */
    int firstQuote(int from) {
        for (int i = from; i < size() && i - from < 42; i++) {
            if (!outside(i)) {
                return i;
            }
        }
        return -1;
    }
}
