package org.watchword.app.sample;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;

/**
 * How many statements can be found.
 *
 * @param all statements
 * @param flagged those with a flag that counts
 * @param context those whose flags a guard has lowered
 */
public record StatementTotals(long all, long flagged, long context) {

    private static final StatementQuery EVERYTHING = StatementQuery.of("").paged(StatementQuery.Sort.DATE, 0, null);

    /** Asks the index on each call; empty while it does not answer. */
    public static Supplier<Optional<StatementTotals>> of(StatementIndex index) {
        return () -> ask(index);
    }

    private static Optional<StatementTotals> ask(StatementIndex index) {
        try {
            SearchResult result = index.search(EVERYTHING);
            return Optional.of(
                    new StatementTotals(result.total(), status(result, "flagged"), status(result, "context")));
        } catch (IndexUnavailableException e) {
            return Optional.empty();
        }
    }

    private static long status(SearchResult result, String status) {
        return result.facets().getOrDefault("status", List.of()).stream()
                .filter(bucket -> bucket.key().equals(status))
                .mapToLong(SearchResult.Bucket::count)
                .sum();
    }
}
