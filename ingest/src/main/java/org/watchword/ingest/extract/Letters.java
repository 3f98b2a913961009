package org.watchword.ingest.extract;

import java.util.Locale;

/** A text reduced to what copies of it have in common: letters and digits, in lower case. Spaces, marks and dashes differ from copy to copy. */
final class Letters {

    private Letters() {}

    static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** @param most UTF-16 units to read up to, or a little more */
    static String of(String text, int most) {
        var letters = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && letters.length() < most; ) {
            char ascii = text.charAt(i);
            if (ascii < 0x80) {
                if ((ascii >= 'a' && ascii <= 'z')
                        || (ascii >= 'A' && ascii <= 'Z')
                        || (ascii >= '0' && ascii <= '9')) {
                    letters.append(ascii);
                }
                i++;
                continue;
            }
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
