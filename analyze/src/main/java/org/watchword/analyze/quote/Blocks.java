package org.watchword.analyze.quote;

import org.watchword.model.Span;

/** Tells block quotations, which stand without marks in a paragraph of their own, from lists and headings after a colon. */
final class Blocks {

    private static final int FEWEST_WORDS = 6;
    private static final String MARKS = "\"\u201C\u201D\u201E\u00AB\u00BB";
    private static final String BULLETS = "-*\u2022\u2013\u2014\u25CF\u25AA\u00B7";

    private Blocks() {}

    /** Whether a paragraph is whole sentences without quotation marks and no item of a list. */
    static boolean isWhole(String text, Span paragraph) {
        char first = text.charAt(paragraph.start());
        char last = text.charAt(paragraph.end() - 1);
        if (BULLETS.indexOf(first) >= 0 || Character.isDigit(first) || Character.isLowerCase(first)) {
            return false;
        }
        if (last != '.' && last != '!' && last != '?' && last != '\u2026') {
            return false;
        }
        int words = 1;
        for (int i = paragraph.start(); i < paragraph.end(); i++) {
            char c = text.charAt(i);
            if (MARKS.indexOf(c) >= 0) {
                return false;
            }
            words += c == ' ' ? 1 : 0;
        }
        return words >= FEWEST_WORDS;
    }
}
