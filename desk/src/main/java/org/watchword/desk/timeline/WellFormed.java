package org.watchword.desk.timeline;

/** Text that every format can carry. */
final class WellFormed {

    private WellFormed() {}

    /** The same text; halves of surrogate pairs, and control characters that neither XML nor a terminal takes, become U+FFFD. */
    static String text(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            boolean wrong = c < 0x20 && c != '\n' && c != '\t' && c != '\r'
                    || c >= 0xd800 && c <= 0xdfff
                    || c == 0xfffe
                    || c == 0xffff;
            if (wrong) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, '\uFFFD');
            }
            i += length;
        }
        return mended == null ? text : mended.toString();
    }
}
