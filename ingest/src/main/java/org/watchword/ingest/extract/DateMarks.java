package org.watchword.ingest.extract;

/**
 * What a text must hold before a form of date is looked for in it: most texts of a page hold none of it, and one pass over the letters
 * is cheaper than a dozen patterns.
 *
 * @param year four digits that begin with 19 or 20
 * @param persian four digits that begin with 13 or 14
 * @param eastern a sign for the year as Chinese, Japanese and Korean write it
 * @param shortened an apostrophe, as before a year of two digits
 * @param digits how many
 */
record DateMarks(boolean year, boolean persian, boolean eastern, boolean shortened, int digits) {

    /** The shortest date: 1 jan '26. */
    private static final int FEWEST_DIGITS = 3;

    private static final int YEAR = 4;

    /** @param text with all digits as ASCII */
    static DateMarks of(CharSequence text) {
        boolean year = false;
        boolean persian = false;
        boolean eastern = false;
        boolean shortened = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
                if (isRun(text, i)) {
                    int century = (c - '0') * 10 + text.charAt(i + 1) - '0';
                    year |= century == 19 || century == 20;
                    persian |= century == 13 || century == 14;
                }
            } else if (c == '年' || c == '년') {
                eastern = true;
            } else if (c == '\'') {
                shortened = true;
            }
        }
        return new DateMarks(year, persian, eastern, shortened, digits);
    }

    private static boolean isRun(CharSequence text, int from) {
        for (int i = from; i < from + YEAR; i++) {
            if (i >= text.length() || !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text may hold any date at all; digits of every script count. */
    static boolean perhaps(CharSequence text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c) || (c > 0x7F && Character.isDigit(c))) {
                digits++;
                if (digits >= FEWEST_DIGITS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
