package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Span;

/**
 * One page of hits.
 *
 * @param total all statements that match, exact; copies count each
 * @param distinct what is left of them when copies are shown once, exact to some ten thousand; absent when the search did not ask for that
 * @param hits this page
 * @param facets counts of statements, copies counted each, by facet name, each in its order: those of {@link Facet} by
 *     {@link Facet#parameter()}, and {@code date} (by month, {@code yyyy-MM})
 * @param next cursor of the following page; absent on the last
 */
@JsonPropertyOrder({"total", "distinct", "hits", "facets", "next"})
public record SearchResult(
        long total,
        @Nullable Long distinct,
        List<Hit> hits,
        Map<String, List<Bucket>> facets,
        @Nullable String next) {

    /** Values told of one facet, the most frequent. */
    public static final int MOST_VALUES = 50;

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** The result of a search that shows every copy. */
    public SearchResult(long total, List<Hit> hits, Map<String, List<Bucket>> facets, @Nullable String next) {
        this(total, null, hits, facets, next);
    }

    /**
     * A statement found.
     *
     * @param highlights stretches of the statement's own text (offsets from the start of {@code statement.text()}) that matched
     * @param copies where the same words stand in the same story; absent when the search did not ask to show copies once
     */
    public record Hit(
            StatementRecord statement,
            List<Span> highlights,
            @Nullable Copies copies) {

        public Hit {
            highlights = List.copyOf(highlights);
        }

        /** A hit of a search that shows every copy. */
        public Hit(StatementRecord statement, List<Span> highlights) {
            this(statement, highlights, null);
        }
    }

    /** How many matching statements have a value. */
    @JsonPropertyOrder({"key", "count"})
    public record Bucket(String key, long count) {}
}
