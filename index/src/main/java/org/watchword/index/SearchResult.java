package org.watchword.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Span;

/**
 * One page of hits.
 *
 * @param total all statements that match, exact
 * @param hits this page
 * @param facets counts by facet name, each in its order: {@code category}, {@code status}, {@code speaker}, {@code target},
 *     {@code source}, {@code language}, {@code edited}, {@code date} (by month, {@code yyyy-MM})
 * @param next cursor of the following page; absent on the last
 */
@JsonPropertyOrder({"total", "hits", "facets", "next"})
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<String, List<Bucket>> facets,
        @Nullable String next) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /**
     * A statement found.
     *
     * @param highlights stretches of the statement's own text (offsets from the start of {@code statement.text()}) that matched
     */
    public record Hit(StatementRecord statement, List<Span> highlights) {

        public Hit {
            highlights = List.copyOf(highlights);
        }
    }

    /** How many matching statements have a value. */
    @JsonPropertyOrder({"key", "count"})
    public record Bucket(String key, long count) {}
}
