package org.watchword.app.config;

/**
 * What a run says of itself.
 *
 * @param format of the log file and, for {@code watchword run}, of the terminal
 * @param trail whether each document is told of at each stage
 */
public record LogsConfig(
        @Default("plain") Format format, @Default("true") boolean trail) {

    /** How a line is written. */
    public enum Format {
        /** For people. */
        PLAIN,
        /** One JSON object a line, for machines. */
        JSON
    }
}
