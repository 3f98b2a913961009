package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.List;
import org.watchword.analyze.language.Lines;
import org.watchword.model.Span;

/** The lines of a text without white space at their ends; blank ones are left out. */
final class Paragraphs {

    private Paragraphs() {}

    static List<Span> of(String text) {
        List<Span> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (Lines.endsAt(text, start, i)) {
                int from = start;
                int to = i;
                while (from < to && isSpace(text.charAt(from))) {
                    from++;
                }
                while (to > from && isSpace(text.charAt(to - 1))) {
                    to--;
                }
                if (from < to) {
                    found.add(new Span(from, to));
                }
                start = i + 1;
            }
        }
        return found;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
