package org.watchword.model;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text as they are compared between copies: letters and digits only, without case, accents or the form of their
 * characters, in no language in particular. Turkic dotted and dotless i are one letter here. In scripts that put no space between words
 * every character is a word.
 */
public final class FoldedWords {

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private FoldedWords() {}

    /** In text order. */
    public static List<String> of(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD);
        List<String> words = new ArrayList<>(plain.length() / 6 + 1);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (c >= 0x0E00 && WITHOUT_SPACES.contains(UnicodeScript.of(c))) {
                    end(word, words);
                    words.add(Character.toString(c));
                } else {
                    word.appendCodePoint(folded(c));
                }
            } else if (!isMark(c)) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    /** Up and down again, so that all forms of a letter meet. */
    private static int folded(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** What belongs to the letter before it, or is not seen at all. */
    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
