package org.watchword.index;

import java.util.List;
import java.util.Optional;
import org.watchword.model.Analysis;

/** Where statements, and the documents they stand in, are searched. Thread-safe. */
public interface StatementIndex {

    /**
     * Finds statements.
     *
     * @throws QueryException when the query's text cannot be understood; the message says where and why
     * @throws IndexUnavailableException when the index does not answer
     */
    SearchResult search(StatementQuery query);

    /**
     * The first hits of a query and nothing of what else matches: quicker than {@link #search}.
     *
     * @throws QueryException when the query's text cannot be understood; the message says where and why
     * @throws IndexUnavailableException when the index does not answer
     */
    default List<SearchResult.Hit> first(StatementQuery query) {
        return search(query).hits();
    }

    /**
     * Finds documents: pages, each in the version captured last, by all their words and by what their statements say.
     *
     * @param query facets {@linkplain Facet#isOfReview of reviews} say nothing of a document, and find none
     * @throws QueryException when the query's text cannot be understood; the message says where and why
     * @throws IndexUnavailableException when the index does not answer
     */
    DocumentResult documents(StatementQuery query);

    /**
     * For a query that finds nothing: its text with words that no statement has replaced by such as some have, where that finds something.
     *
     * @throws QueryException when the query's text cannot be understood
     */
    default Optional<String> suggestion(StatementQuery query) {
        return Optional.empty();
    }

    /** The statement with this id. */
    Optional<StatementRecord> statement(String id);

    /**
     * The pages of the statement's story, its own among them, the oldest first, at most 500; each with the statement of the same words, where
     * it has one.
     */
    List<Appearance> appearances(StatementRecord statement);

    /** The newest captured version of the page with this id, as it was analysed, with the history of the page as it is known now. */
    Optional<Analysis> document(String id);

    /** The version of the page that has this text digest, with the history of the page as it is known now. */
    Optional<Analysis> document(String id, String textSha256);

    /** Whether another generation of the index is being filled now; what serves meanwhile is the one before. */
    default boolean isBeingRebuilt() {
        return false;
    }

    /** Whether the index answers now. */
    boolean isUp();
}
