package org.watchword.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search for pages whose words were changed after they were first captured.
 *
 * @param text words that were taken away, put in or stand in the title, all required; {@code "a phrase"}, {@code -without},
 *     {@code this | that} and {@code beginn*} work; blank finds every edited page
 * @param silentOnly only pages that were changed at least once without saying so
 * @param sources source ids; empty for any
 * @param size pages wanted, 0 to 200
 * @param after the {@code next} of the page before, or null for the first page
 */
public record EditQuery(
        String text,
        boolean silentOnly,
        List<String> sources,
        int size,
        @Nullable String after) {

    /** @throws IllegalArgumentException when {@code size} is out of bounds */
    public EditQuery {
        sources = List.copyOf(sources);
        if (size < 0 || size > StatementQuery.MAX_SIZE) {
            throw new IllegalArgumentException("size must be 0 to " + StatementQuery.MAX_SIZE + ", not " + size);
        }
    }
}
