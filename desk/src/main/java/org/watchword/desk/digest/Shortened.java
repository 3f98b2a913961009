package org.watchword.desk.digest;

import java.text.BreakIterator;
import java.util.Locale;

/** A long text for a list: its beginning, cut where neither a letter nor, if it can be helped, a word is broken. */
final class Shortened {

    private static final int LONGEST_WORD = 40;

    private Shortened() {}

    /** At most {@code most} UTF-16 units, an ellipsis included; line breaks become spaces. */
    static String of(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(line);
        int end = letters.preceding(most);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > end - LONGEST_WORD && space > 0 ? space : end) + "…";
    }
}
