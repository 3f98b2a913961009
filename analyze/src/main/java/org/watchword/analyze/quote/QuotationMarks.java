package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Span;

/**
 * Pairs quotation marks, paragraph by paragraph, so that a broken mark shifts nothing beyond its own paragraph. A straight mark opens
 * at the head of a word and closes at the tail of one; an apostrophe never does. An unclosed mark reaches to the end of its
 * paragraph when it stands at the head of it, which is how a quotation over several paragraphs is printed, and is dropped elsewhere
 * unless its sentence ends the paragraph.
 */
final class QuotationMarks {

    /** No print nests deeper; without a bound a line of opening marks would be read to its end for each of them. */
    private static final int DEEPEST = 8;

    private final List<QuoteLanguage.Marks> pairs;

    QuotationMarks(List<QuoteLanguage.Marks> pairs) {
        this.pairs = pairs;
    }

    /** Outermost quoted spans of one paragraph in order, not overlapping. */
    List<QuotedSpan> in(String text, Span paragraph) {
        List<QuotedSpan> found = new ArrayList<>();
        int i = paragraph.start();
        while (i < paragraph.end()) {
            int pair = openedBy(text, i, paragraph);
            if (pair < 0) {
                i++;
                continue;
            }
            QuoteLanguage.Marks marks = pairs.get(pair);
            int start = i + marks.open().length();
            int end = closing(text, start, paragraph, marks);
            if (end < 0) {
                QuotedSpan rest = unclosed(text, i, start, paragraph, marks);
                if (rest != null) {
                    found.add(rest);
                    return found;
                }
                i = start;
            } else {
                found.add(new QuotedSpan(i, start, end, end + marks.close().length()));
                i = end + marks.close().length();
            }
        }
        return found;
    }

    private @Nullable QuotedSpan unclosed(String text, int open, int start, Span paragraph, QuoteLanguage.Marks marks) {
        if (open != paragraph.start()
                || marks.open().equals("\u2018")
                || marks.open().equals("'")) {
            return null;
        }
        // Another pair further on shows that the mark was forgotten early in the paragraph, not carried over to the
        // next.
        if (text.substring(start, paragraph.end()).contains(marks.open())) {
            return null;
        }
        return start < paragraph.end() ? new QuotedSpan(open, start, paragraph.end(), paragraph.end()) : null;
    }

    private int openedBy(String text, int at, Span paragraph) {
        for (int p = 0; p < pairs.size(); p++) {
            QuoteLanguage.Marks marks = pairs.get(p);
            if (text.startsWith(marks.open(), at) && opens(text, at, paragraph, marks)) {
                return p;
            }
        }
        return -1;
    }

    private static boolean opens(String text, int at, Span paragraph, QuoteLanguage.Marks marks) {
        int after = at + marks.open().length();
        if (after >= paragraph.end()) {
            return false;
        }
        if (!marks.straight() && !isApostrophe(marks.open())) {
            return true;
        }
        boolean headed = at == paragraph.start() || isHead(text.charAt(at - 1));
        return headed && !isSpace(text.charAt(after));
    }

    /**
     * Where the closing mark starts; -1 when there is none before the end or before the same mark opens again, since the first one was
     * then never closed.
     */
    private static int closing(String text, int start, Span paragraph, QuoteLanguage.Marks marks) {
        boolean guarded = marks.straight() || isApostrophe(marks.close());
        int length = marks.close().length();
        int depth = 0;
        for (int i = start; i < paragraph.end(); i++) {
            boolean closes = text.startsWith(marks.close(), i);
            if (closes && (!guarded || isTail(text, i, length, paragraph.end()))) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (text.startsWith(marks.open(), i) && opens(text, i, paragraph, marks)) {
                // Guillemets nest; other marks take their second pair inside.
                if (!marks.open().equals("\u00AB") || ++depth > DEEPEST) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static boolean isTail(String text, int at, int length, int end) {
        int after = at + length;
        boolean ended = after >= end || !Character.isLetterOrDigit(text.charAt(after));
        boolean tight = !isSpace(text.charAt(at - 1)) || after >= end;
        return ended
                && tight
                && !(length == 1 && after < end && text.charAt(after) == text.charAt(at) && text.charAt(at) == '\'');
    }

    private static boolean isApostrophe(String mark) {
        return mark.equals("\u2018") || mark.equals("\u2019") || mark.equals("'");
    }

    private static boolean isHead(char c) {
        return isSpace(c)
                || c == '('
                || c == '['
                || c == '-'
                || c == '\u2013'
                || c == '\u2014'
                || c == '\u2018'
                || c == '\u201C'
                || c == ':'
                || c == ','
                || c == '/';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
