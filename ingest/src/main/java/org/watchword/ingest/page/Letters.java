package org.watchword.ingest.page;

/** A text reduced to what copies of it have in common: letters and digits, in lower case. Spaces, marks and dashes differ from copy to copy. */
public final class Letters {

    private Letters() {}

    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** @param most UTF-16 units to read up to, or a little more */
    public static String of(String text, int most) {
        var letters = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && letters.length() < most; ) {
            char ascii = text.charAt(i);
            if (ascii < 0x80) {
                if ((ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9')) {
                    letters.append(ascii);
                } else if (ascii >= 'A' && ascii <= 'Z') {
                    letters.append((char) (ascii + ('a' - 'A')));
                }
                i++;
                continue;
            }
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                // Each for itself: a string looks for the end of the word, from its own beginning, at every capital
                // sigma.
                letters.appendCodePoint(Character.toLowerCase(c));
            }
            i += Character.charCount(c);
        }
        return letters.toString();
    }
}
