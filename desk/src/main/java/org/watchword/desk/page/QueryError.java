package org.watchword.desk.page;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a query was not understood.
 *
 * @param message in words
 * @param query the query on one line
 * @param caret a line that has a caret under the place, in a font of fixed width; null when the place is not known
 */
public record QueryError(
        String message, String query, @Nullable String caret) {

    /** @param position UTF-16 unit in the query; -1 when unknown */
    static QueryError at(String message, String query, int position) {
        String line = query.replace('\n', ' ').replace('\t', ' ');
        return new QueryError(message, line, position < 0 ? null : caretUnder(line, Math.min(position, line.length())));
    }

    private static String caretUnder(String line, int position) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        StringBuilder caret = new StringBuilder();
        int from = characters.first();
        for (int to = characters.next(); to != BreakIterator.DONE && to <= position; to = characters.next()) {
            caret.append(isWide(line.codePointAt(from)) ? '\u3000' : ' ');
            from = to;
        }
        return caret.append('^').toString();
    }

    private static boolean isWide(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x3000 && c <= 0x30ff)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xff01 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x1faff);
    }
}
