package org.watchword.index;

import java.util.Set;

/** Where statements are counted and summed up. Thread-safe. */
public interface StatementSummaries {

    /**
     * Sums up everything a query finds; its order, size and page play no part, and copies count each.
     *
     * @param facets whose values are wanted; none makes it quick
     * @throws QueryException when the query's text cannot be understood
     * @throws IndexUnavailableException when the index does not answer
     */
    StatementSummary summary(StatementQuery query, Set<Facet> facets);
}
