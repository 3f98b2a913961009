package org.watchword.model;

import org.jspecify.annotations.Nullable;

/**
 * A configuration, source, lexicon or rule file that cannot be used. The message is meant for the person who wrote the file: it names
 * the place ({@code file:line:column}), what is wrong and what was expected.
 */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    /**
     * @param file the file as the user knows it
     * @param line from 1; 0 when unknown
     * @param column from 1; 0 when unknown
     */
    public ConfigException(String file, int line, int column, String problem, @Nullable Throwable cause) {
        super(place(file, line, column) + ": " + problem, cause);
    }

    private static String place(String file, int line, int column) {
        if (line <= 0) {
            return file;
        }
        return column <= 0 ? file + ':' + line : file + ':' + line + ':' + column;
    }
}
