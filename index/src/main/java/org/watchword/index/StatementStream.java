package org.watchword.index;

import java.time.Instant;
import java.util.List;

/**
 * All statements a query finds, the oldest first and those of one moment by id, however many there are: the index as it was when the stream
 * was opened. Not thread-safe.
 */
public interface StatementStream extends AutoCloseable {

    /** Statements the query finds in all, also those before where the stream begins. Known from the beginning. */
    long total();

    /**
     * The next statements; empty at the end.
     *
     * @throws IndexUnavailableException when the index does not answer
     */
    List<StatementRecord> next();

    @Override
    void close();

    /**
     * Behind a statement.
     *
     * @param date when it was published or, where unknown, captured
     * @param id the statement's id
     */
    record Position(Instant date, String id) {

        public static Position behind(StatementRecord statement) {
            Instant published = statement.publishedAt();
            return new Position(published == null ? statement.capturedAt() : published, statement.id());
        }
    }
}
