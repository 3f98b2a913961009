package org.watchword.analyze.pattern;

/** A place in the text of a pattern that moves on as it is read. Columns count UTF-16 units from 1. */
final class Cursor {

    /** What ends a word, unless a backslash stands before it. */
    private static final String ENDS = "()[]|?{}&<>";

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /** UTF-16 units from the start. */
    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    void skip(int units) {
        at += units;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The unit that comes, or 0 at the end. */
    char next() {
        return ahead(0);
    }

    /** The unit some places further, or 0 behind the end. */
    char ahead(int units) {
        return at + units < text.length() ? text.charAt(at + units) : 0;
    }

    /** Passes white space and tells whether a sign stands there. */
    boolean comes(char sign) {
        space();
        return !atEnd() && next() == sign;
    }

    void space() {
        while (!atEnd() && Character.isWhitespace(next())) {
            at++;
        }
    }

    /** @throws PatternException when another sign stands there */
    void expect(char sign) {
        if (!comes(sign)) {
            throw error("expected '" + sign + "'" + found());
        }
        at++;
    }

    /** A word up to the next sign that means something; a backslash makes such a sign a part of the word. */
    String word() {
        StringBuilder word = new StringBuilder();
        while (!atEnd()) {
            char c = next();
            if (c == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (Character.isWhitespace(c) || ENDS.indexOf(c) >= 0) {
                break;
            } else {
                word.append(c);
                at++;
            }
        }
        if (word.isEmpty()) {
            throw error("expected a word" + found());
        }
        return word.toString();
    }

    /** What stands between two signs, the first of which comes. */
    String between(char open, char close) {
        int start = at;
        int end = text.indexOf(close, at);
        if (end < 0) {
            throw error(start, "'" + open + "' is never closed");
        }
        at = end + 1;
        return text.substring(start + 1, end);
    }

    private String found() {
        return atEnd() ? ", found the end" : ", found '" + Character.toString(text.codePointAt(at)) + "'";
    }

    PatternException error(String problem) {
        return error(at, problem);
    }

    /** @param place UTF-16 units from the start */
    PatternException error(int place, String problem) {
        return new PatternException(place + 1, problem);
    }
}
