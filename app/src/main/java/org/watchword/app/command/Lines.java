package org.watchword.app.command;

/** Scraped text as one line of a terminal. */
final class Lines {

    private Lines() {}

    /** Scraped text is hostile: no control character reaches the terminal. */
    static String one(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "�");
    }
}
