package org.watchword.ingest.evidence;

/** Where two texts part, in words. */
final class FirstDifference {

    private static final int SHOWN = 40;

    private FirstDifference() {}

    /** @return for example {@code differs from unit 12 on: “wolves” where “voles” is expected} */
    static String of(String wanted, String found) {
        int at = 0;
        int most = Math.min(wanted.length(), found.length());
        while (at < most && wanted.charAt(at) == found.charAt(at)) {
            at++;
        }
        // Never in the middle of a pair of surrogates.
        int shown = at > 0 && Character.isHighSurrogate(at < found.length() ? found.charAt(at - 1) : ' ') ? at - 1 : at;
        return "differs from unit " + at + " on: " + excerpt(found, shown) + " where " + excerpt(wanted, shown)
                + " is expected";
    }

    private static String excerpt(String text, int from) {
        if (from >= text.length()) {
            return "the end";
        }
        int end = Math.min(text.length(), from + SHOWN);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return "“" + visible(text.substring(from, end)) + (end < text.length() ? "…" : "") + "”";
    }

    /** Scraped text is hostile: no control or invisible character reaches a terminal as it is. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n') {
                shown.append("\\n");
            } else if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u{%x}", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
