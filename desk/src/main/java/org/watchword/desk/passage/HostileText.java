package org.watchword.desk.passage;

/**
 * Makes visible the characters by which a text can look other than it reads: bidirectional embeddings, overrides and isolates
 * (UAX #9), control characters, tag characters and halves of surrogate pairs. Letters of every script, marks, emoji and the joiners
 * that Persian, Indic scripts and emoji need are left as they are.
 */
public final class HostileText {

    private HostileText() {}

    /** {@code text} with every deceptive character written as {@code ⟨U+202E⟩}; the same object when there is none. */
    public static String visible(String text) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (deceives(c)) {
                return rewritten(text, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static String rewritten(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == '\r') {
                // A carriage return is how some pages end a line; as a mark it would tell the reader nothing.
                out.append(' ');
            } else if (deceives(c)) {
                out.append(String.format("\u27e8U+%04X\u27e9", c));
            } else {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean deceives(int c) {
        return (c < 0x20 && c != '\n' && c != '\t')
                || (c >= 0x7f && c <= 0x9f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xd800 && c <= 0xdfff)
                || (c >= 0xe0000 && c <= 0xe007f);
    }
}
