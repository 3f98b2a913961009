package org.watchword.index;

import org.jspecify.annotations.Nullable;

/** Where streams of statements are opened. Thread-safe. */
@FunctionalInterface
public interface StatementStreams {

    /**
     * Opens a stream. Order, size and cursor of the query do not count; neither does {@code collapse}.
     *
     * @param after where an earlier stream of the same query ended; null for the beginning
     * @throws QueryException when the query's text cannot be understood
     * @throws IndexUnavailableException when the index does not answer
     */
    StatementStream open(StatementQuery query, StatementStream.@Nullable Position after);
}
