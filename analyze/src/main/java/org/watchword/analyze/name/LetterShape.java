package org.watchword.analyze.name;

import java.util.List;
import org.watchword.analyze.text.Token;

/** How a word or a line is written: in capitals, small letters, digits, marks. */
final class LetterShape {

    static final int OTHER = 0;
    static final int SMALL = 1;
    static final int CAPITALIZED = 2;
    static final int CAPITALS = 3;
    static final int MIXED = 4;
    static final int DIGITS = 5;
    static final int MARK = 6;
    /** A single capital, with or without a full stop. */
    static final int INITIAL = 7;

    /** A line written as usual. */
    static final int NORMAL = 0;
    /** A line all in capitals. */
    static final int SHOUTED = 1;
    /** A line all in small letters. */
    static final int WHISPERED = 2;
    /** A line with a capital on most words, as headlines have. */
    static final int TITLE = 3;

    private LetterShape() {}

    /** What the letters of a word are. */
    static int letters(String word) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z') {
                lower++;
            } else if (c >= 'A' && c <= 'Z') {
                upper++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else if (c > 127) {
                if (Character.isUpperCase(c)) {
                    upper++;
                } else if (Character.isLetter(c)) {
                    lower++;
                }
            }
        }
        if (upper == 0) {
            return lower > 0 ? SMALL : digits > 0 ? DIGITS : MARK;
        }
        boolean first = Character.isUpperCase(word.charAt(0));
        if (lower == 0) {
            return upper == 1 && word.length() <= 2 ? INITIAL : CAPITALS;
        }
        return first && upper == 1 ? CAPITALIZED : MIXED;
    }

    static boolean isWord(String word) {
        return Character.isLetter(word.charAt(0));
    }

    /** The shape of a word with runs of one kind as one: {@code McAllen-7} is XxXx-d. A hash, not readable. */
    static int outline(String word) {
        int h = 7;
        char last = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            if (kind != last) {
                h = h * 31 + kind;
                last = kind;
            }
        }
        return h;
    }

    /** How a line is written: {@link #NORMAL}, {@link #SHOUTED}, {@link #WHISPERED} or {@link #TITLE}. */
    static int lettering(List<Token> tokens) {
        int words = 0;
        int shouted = 0;
        int small = 0;
        int longSmall = 0;
        for (Token token : tokens) {
            String word = token.surface();
            if (word.length() > 1 && isWord(word)) {
                words++;
                int letters = letters(word);
                shouted += letters == CAPITALS ? 1 : 0;
                small += letters == SMALL ? 1 : 0;
                longSmall += letters == SMALL && word.length() > 4 ? 1 : 0;
            }
        }
        if (words >= 3 && shouted * 10 > words * 7) {
            return SHOUTED;
        }
        if (words >= 3 && small == words) {
            return WHISPERED;
        }
        return words >= 4 && longSmall == 0 && small * 2 <= words ? TITLE : NORMAL;
    }
}
