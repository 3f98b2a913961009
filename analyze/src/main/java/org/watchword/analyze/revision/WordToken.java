package org.watchword.analyze.revision;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A word or a mark between words (UAX #29), white space left out.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last unit
 * @param isWord whether it has a letter or a digit
 * @param opensLine whether a line of the text begins with it
 */
record WordToken(String text, int start, int end, boolean isWord, boolean opensLine) {

    static List<WordToken> of(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        List<WordToken> tokens = new ArrayList<>();
        boolean opens = true;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String token = text.substring(start, end);
            if (token.codePoints().allMatch(WordToken::isSpace)) {
                opens |= token.indexOf('\n') >= 0;
            } else {
                boolean word = token.codePoints().anyMatch(Character::isLetterOrDigit);
                tokens.add(new WordToken(token, start, end, word, opens));
                opens = false;
            }
        }
        return tokens;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
