package org.watchword.analyze.language;

import java.util.ArrayList;
import java.util.List;
import org.watchword.model.Span;

/**
 * The lines of a text, trimmed, blank ones left out. A single break in the middle of a sentence, as a text cut to a width has it, does
 * not end a line.
 */
public final class Lines {

    /** No honest sentence is longer; a bound keeps hostile text from costing more than linear time. */
    static final int LONGEST = 8_000;

    private Lines() {}

    static List<Span> of(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (endsAt(text, start, i)) {
                addTrimmed(text, start, i, lines);
                start = i + 1;
            }
        }
        return lines;
    }

    /** Whether the line that starts at {@code start} ends before offset {@code at}. */
    public static boolean endsAt(String text, int start, int at) {
        return at == text.length() || isBreak(text.charAt(at)) && !isWrapped(text, start, at);
    }

    /** Whether a word or comma stands before the one break, and a small letter behind it. */
    private static boolean isWrapped(String text, int start, int at) {
        boolean second = at > start && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r';
        int before = second ? at - 2 : at - 1;
        while (before >= start && isSpace(text.charAt(before)) && !isBreak(text.charAt(before))) {
            before--;
        }
        int after = text.startsWith("\r\n", at) ? at + 2 : at + 1;
        while (after < text.length() && isSpace(text.charAt(after)) && !isBreak(text.charAt(after))) {
            after++;
        }
        return before >= start
                && after < text.length()
                && (Character.isLetterOrDigit(text.charAt(before)) || text.charAt(before) == ',')
                && Character.isLowerCase(text.codePointAt(after));
    }

    /** Adds the span without white space at its ends, in pieces when it is longer than {@link #LONGEST}. */
    static void addTrimmed(String text, int start, int end, List<Span> into) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (to - from > LONGEST) {
            int cut = cut(text, from);
            addTrimmed(text, from, cut, into);
            addTail(text, cut, to, into);
        } else if (from < to) {
            into.add(new Span(from, to));
        }
    }

    private static void addTail(String text, int start, int end, List<Span> into) {
        int from = start;
        while (end - from > LONGEST) {
            int cut = cut(text, from);
            addTrimmed(text, from, cut, into);
            from = cut;
        }
        addTrimmed(text, from, end, into);
    }

    private static int cut(String text, int from) {
        int limit = from + LONGEST;
        for (int i = limit; i > from + LONGEST / 2; i--) {
            if (isSpace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ' || c == '\uFEFF' || c == '\u200B';
    }
}
