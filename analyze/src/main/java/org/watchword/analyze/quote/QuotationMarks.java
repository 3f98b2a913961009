package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Span;

/**
 * Pairs quotation marks, paragraph by paragraph, so that a broken mark shifts nothing beyond its own paragraph. A straight mark, or a
 * curly one set the wrong way round, opens at the head of a word and closes at the tail of one; an apostrophe never does. An unclosed
 * mark reaches to the end of its paragraph when no other mark stands there and it heads the paragraph, which is how a quotation over
 * several paragraphs is printed, or follows a colon; elsewhere it is dropped.
 */
final class QuotationMarks {

    /** No print nests deeper; without a bound a line of opening marks would be read to its end for each of them. */
    private static final int DEEPEST = 8;

    /** A closing mark further away than this belongs to something else. */
    private static final int LONGEST = 20_000;

    private final List<QuoteLanguage.Marks> pairs;

    QuotationMarks(List<QuoteLanguage.Marks> pairs) {
        this.pairs = pairs;
    }

    /** Outermost quoted spans of one paragraph in order, not overlapping. */
    List<QuotedSpan> in(String text, Span paragraph) {
        List<QuotedSpan> found = new ArrayList<>();
        int i = paragraph.start();
        int tried = 0;
        while (i < paragraph.end()) {
            int pair = openedBy(text, i, paragraph);
            if (pair < 0) {
                i++;
                continue;
            }
            QuoteLanguage.Marks marks = pairs.get(pair);
            int start = i + marks.open().length();
            // A paragraph of nothing but opening marks is not read over and over.
            int end = tried > DEEPEST * 8 ? -1 : closing(text, start, paragraph, marks);
            if (end < 0 && marks.open().equals("\"")) {
                end = curlyClosing(text, start, paragraph);
            }
            if (end < 0) {
                tried++;
                QuotedSpan rest = unclosed(text, i, start, paragraph, marks);
                if (rest != null) {
                    found.add(rest);
                    return found;
                }
                i = start;
            } else {
                int close = end + Math.max(1, closeLength(text, end, marks));
                found.add(new QuotedSpan(i, start, end, close));
                i = close;
            }
        }
        return found;
    }

    /** A straight mark that no straight one closes may be closed by a curly one; -1 when that is another's. */
    private static int curlyClosing(String text, int start, Span paragraph) {
        int end = text.indexOf('\u201D', start);
        int other = text.indexOf('\u201C', start);
        boolean own = end >= 0 && end < paragraph.end() && (other < 0 || other > end);
        return own && text.substring(start, end).indexOf('"') < 0 ? end : -1;
    }

    private @Nullable QuotedSpan unclosed(String text, int open, int start, Span paragraph, QuoteLanguage.Marks marks) {
        if (isApostrophe(marks.open()) || start >= paragraph.end()) {
            return null;
        }
        int before = open - 1;
        while (before > paragraph.start() && isSpace(text.charAt(before))) {
            before--;
        }
        boolean carried = open == paragraph.start() || before > paragraph.start() && text.charAt(before) == ':';
        // Another pair further on shows that the mark was forgotten early in the paragraph, not carried over to the
        // next.
        if (!carried
                || hasMark(text, start, paragraph.end(), marks)
                || marks.straight() && hasCurly(text, start, paragraph.end())) {
            return null;
        }
        return new QuotedSpan(open, start, paragraph.end(), paragraph.end());
    }

    /** A page of somebody else's, cited paragraph by paragraph with its quotations in it: these are read as they stand there. */
    private static boolean hasCurly(String text, int from, int to) {
        int open = text.indexOf('\u201C', from);
        int close = open < 0 ? -1 : text.indexOf('\u201D', open);
        return close >= 0 && close < to;
    }

    private static boolean hasMark(String text, int from, int to, QuoteLanguage.Marks marks) {
        int open = text.indexOf(marks.open(), from);
        int close = text.indexOf(marks.close(), from);
        return open >= 0 && open < to || close >= 0 && close < to;
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
            return !isMisturned(text, at, after, paragraph);
        }
        boolean headed = at == paragraph.start() || isHead(text.charAt(at - 1));
        return headed && !isSpace(text.charAt(after));
    }

    /** An opening mark glued to the end of a word, with a space or the end after it, was meant to close. */
    private static boolean isMisturned(String text, int at, int after, Span paragraph) {
        char mark = text.charAt(at);
        boolean glued = at > paragraph.start() && !isSpace(text.charAt(at - 1)) && !isHead(text.charAt(at - 1));
        return mark == '\u201C' && glued && (after >= paragraph.end() || isSpace(text.charAt(after)));
    }

    /** Where the closing mark starts; -1 when there is none, or when the same mark opens again and only one of the two is closed. */
    private static int closing(String text, int start, Span paragraph, QuoteLanguage.Marks marks) {
        boolean guarded = marks.straight() || isApostrophe(marks.close());
        int depth = 0;
        int fallback = -1;
        int limit = Math.min(paragraph.end(), start + LONGEST);
        for (int i = start; i < limit; i++) {
            int length = closeLength(text, i, marks);
            if (length > 0 && (!guarded || isTail(text, i, length, paragraph.end()))) {
                if (depth > 0) {
                    depth--;
                } else if (isApostrophe(marks.close()) && isPossessive(text, i, paragraph.end())) {
                    fallback = fallback < 0 ? i : fallback;
                } else {
                    return i;
                }
            } else if (text.startsWith(marks.open(), i) && opens(text, i, paragraph, marks)) {
                if (guarded || ++depth > DEEPEST) {
                    return fallback;
                }
            }
        }
        return fallback;
    }

    /** Length of the closing mark at {@code i}; 0 when none stands there. A curly mark may be closed by one set the wrong way. */
    private static int closeLength(String text, int i, QuoteLanguage.Marks marks) {
        if (text.startsWith(marks.close(), i)) {
            return marks.close().length();
        }
        boolean curly = marks.open().equals("\u201C") && marks.close().equals("\u201D");
        boolean misturned = curly
                && i > 0
                && text.charAt(i) == '\u201C'
                && !isSpace(text.charAt(i - 1))
                && !isHead(text.charAt(i - 1))
                && (i + 1 >= text.length() || isSpace(text.charAt(i + 1)));
        boolean straight = curly
                && text.charAt(i) == '"'
                && i > 0
                && !isSpace(text.charAt(i - 1))
                && (i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
        return misturned || straight ? 1 : 0;
    }

    private static boolean isTail(String text, int at, int length, int end) {
        int after = at + length;
        boolean ended = after >= end || !Character.isLetterOrDigit(text.charAt(after));
        boolean tight = !isSpace(text.charAt(at - 1)) || after >= end || isStray(text, at, after);
        return ended
                && tight
                && !(length == 1 && after < end && text.charAt(after) == text.charAt(at) && text.charAt(at) == '\'');
    }

    /** "The term 'harbour folk,' " she said: a space on both sides of a mark, and the sentence's own comma before it. */
    private static boolean isStray(String text, int at, int after) {
        return at > 1 && isSpace(text.charAt(after)) && ",.!?'\u2019".indexOf(text.charAt(at - 2)) >= 0;
    }

    /** "The workers' demands": an apostrophe after s with a small letter to follow. */
    private static boolean isPossessive(String text, int at, int end) {
        return (text.charAt(at - 1) == 's' || text.charAt(at - 1) == 'z')
                && at + 2 < end
                && text.charAt(at + 1) == ' '
                && Character.isLowerCase(text.charAt(at + 2));
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
