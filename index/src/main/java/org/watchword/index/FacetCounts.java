package org.watchword.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads counts from an answer of the server. */
final class FacetCounts {

    private FacetCounts() {}

    /** Statements without their copies; null when that was not asked for. */
    static @Nullable Long distinct(ResponseBody<?> response) {
        Aggregate counted = response.aggregations().get(SearchRequests.DISTINCT);
        return counted == null
                ? null
                : (Long) within(counted, SearchRequests.DISTINCT).cardinality().value();
    }

    /** By facet, each in its order. */
    static Map<String, List<SearchResult.Bucket>> facets(ResponseBody<?> response) {
        Map<String, List<SearchResult.Bucket>> facets = new LinkedHashMap<>();
        response.aggregations().forEach((name, aggregation) -> {
            if (!name.equals(SearchRequests.DISTINCT)) {
                facets.put(name, buckets(within(aggregation, name)));
            }
        });
        return facets;
    }

    /** The aggregation itself, or the one under its filters. */
    private static Aggregate within(Aggregate aggregation, String name) {
        return aggregation.isFilter() ? Answers.named(aggregation.filter().aggregations(), name) : aggregation;
    }

    private static List<SearchResult.Bucket> buckets(Aggregate values) {
        List<SearchResult.Bucket> buckets = new ArrayList<>();
        if (values.isSterms()) {
            values.sterms()
                    .buckets()
                    .array()
                    .forEach(b -> buckets.add(new SearchResult.Bucket(b.key().stringValue(), b.docCount())));
        } else if (values.isDateHistogram()) {
            values.dateHistogram()
                    .buckets()
                    .array()
                    .forEach(b -> buckets.add(new SearchResult.Bucket(
                            b.keyAsString() == null ? Long.toString(b.key()) : b.keyAsString(), b.docCount())));
        }
        return buckets;
    }
}
