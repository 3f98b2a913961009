package org.watchword.desk.request;

/** The beginning of something a message repeats, so that a message stays one line. */
final class Excerpt {

    private static final int LENGTH = 60;

    private Excerpt() {}

    static String of(String value) {
        String line = value.replaceAll("\\s+", " ");
        if (line.length() <= LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return line.substring(0, end) + "…";
    }
}
