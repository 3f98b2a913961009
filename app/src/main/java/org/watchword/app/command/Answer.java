package org.watchword.app.command;

import org.jspecify.annotations.Nullable;

/**
 * What one input came to.
 *
 * @param line for standard output; absent when the input could not be used
 * @param complaint for standard error; absent when all is well
 * @param failed whether the program ends with 1
 */
record Answer(@Nullable String line, @Nullable String complaint, boolean failed) {

    static Answer of(String line) {
        return new Answer(line, null, false);
    }

    static Answer failure(String complaint) {
        return new Answer(null, complaint, true);
    }
}
