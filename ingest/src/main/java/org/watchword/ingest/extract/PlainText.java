package org.watchword.ingest.extract;

import org.jspecify.annotations.Nullable;

/** White space and invisible characters of a page, made plain. Everything that can be seen stays untouched. */
final class PlainText {

    private PlainText() {}

    /** One line: runs of white space become one space, invisible junk goes, ends are trimmed. */
    static String line(CharSequence raw) {
        if (isPlain(raw)) {
            return raw.toString();
        }
        var out = new StringBuilder(raw.length());
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else if (!isJunk(raw, i)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Printable ASCII without a space at an end or after another: most lines are, and need no copy. */
    private static boolean isPlain(CharSequence raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c >= 0x7F || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return raw.isEmpty() || before != ' ';
    }

    /** {@link #line}, or null when nothing is left. */
    static @Nullable String lineOrNull(@Nullable CharSequence raw) {
        if (raw == null) {
            return null;
        }
        String line = line(raw);
        return line.isEmpty() ? null : line;
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || isExoticSpace(c);
    }

    private static boolean isExoticSpace(char c) {
        return c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
    }

    /**
     * Soft hyphen, zero-width space, word joiner, BOM, controls, and surrogates without a partner. Joiners (U+200C, U+200D) stay:
     * Persian, the Indic scripts and emoji are spelled with them.
     */
    private static boolean isJunk(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xFFFC || (c >= 0x7F && c <= 0x9F);
    }
}
