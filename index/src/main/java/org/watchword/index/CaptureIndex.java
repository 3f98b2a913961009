package org.watchword.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Statements in the order they were captured, for whoever must see each of them once. Thread-safe. */
public interface CaptureIndex {

    /**
     * Hands over everything that matches, page by page, the gravest first, then by time of capture, then by id. What a later version of its
     * page repeats is left out. A page is at most some hundred statements, so that any number takes the same memory.
     *
     * @throws QueryException when the query's text cannot be understood
     * @throws IndexUnavailableException when the index does not answer
     */
    void walk(CaptureQuery query, Consumer<List<StatementRecord>> pages);

    /**
     * How many match in each stretch between two bounds that follow each other.
     *
     * @param bounds ascending; one more than there are stretches
     */
    List<CaptureCount> counts(CaptureQuery query, List<Instant> bounds);

    /** Statements by id, also such as a later version repeats; those that are not there are missing. */
    Map<String, StatementRecord> statements(Collection<String> ids);
}
