package org.watchword.app.command;

import java.util.Locale;

/** What the input of {@code annotate} is. */
enum InputForm {
    /** Plain text, a document a file. */
    TEXT,
    /** A saved page, of which the article is taken. */
    HTML,
    /** JSON lines, a document a line. */
    JSONL;

    /** As a file's name tells; text when it tells nothing. */
    static InputForm of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JSONL;
        }
        return name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml") ? HTML : TEXT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
