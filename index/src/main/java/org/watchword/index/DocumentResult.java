package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of documents found.
 *
 * @param total all that match, exact; copies count each
 * @param distinct what is left of them when copies of one text are shown once; absent when the search did not ask for that
 * @param hits this page
 * @param facets counts of documents by facet, as those of {@link SearchResult}; a document counts under each value its statements have
 * @param next cursor of the following page; absent on the last
 */
@JsonPropertyOrder({"total", "distinct", "hits", "facets", "next"})
public record DocumentResult(
        long total,
        @Nullable Long distinct,
        List<DocumentHit> hits,
        Map<String, List<SearchResult.Bucket>> facets,
        @Nullable String next) {

    public DocumentResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
