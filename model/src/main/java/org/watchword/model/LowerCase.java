package org.watchword.model;

import java.util.Locale;

/**
 * Text of others in lower case, by the rules of no language (Unicode, SpecialCasing.txt), in time and memory that grow with its length alone.
 *
 * <p>{@link String#toLowerCase(Locale)} copies what it has at every capital I with a dot, which becomes two characters, and reads back to the
 * beginning of the word at every capital sigma: a page of 100,000 such letters takes gigabytes or minutes. Whatever is longer than any word
 * or label is therefore taken letter by letter, each giving one: the dot of the I is left out, and a sigma at a word's end is like any other.
 */
public final class LowerCase {

    /** UTF-16 units up to which a string's own way is taken. */
    private static final int SHORT = 500;

    private LowerCase() {}

    /** @return the text itself when nothing in it changes */
    public static String of(String text) {
        if (text.length() <= SHORT) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
