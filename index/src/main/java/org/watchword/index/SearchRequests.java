package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.review.ReviewState;

/** Turns a query into the server's language. A facet's own filter does not narrow its own counts. */
final class SearchRequests {

    static final String DATE = "date";
    /** Name of the count of statements without their copies. */
    static final String DISTINCT = "distinct";

    private static final int FACET_SIZE = 50;
    private static final int EXACT_TO = 40_000;
    private static final int MOST_COLLAPSED = 10_000;

    private final QueryLemmatizer lemmatizer;

    SearchRequests(QueryLemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    SearchRequest request(String alias, StatementQuery query) {
        Map<String, Query> filters = filters(query);
        Query words = words(query.text());
        return SearchRequest.of(r -> {
            r.index(alias)
                    .size(query.size() == 0 ? 0 : query.size() + 1)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(q -> q.bool(b -> b.must(words).mustNot(m -> m.exists(e -> e.field("supersededBy")))))
                    .postFilter(all(filters, ""))
                    .sort(sort(query.sort()))
                    .highlight(h -> h.preTags(Highlighting.OPEN)
                            .postTags(Highlighting.CLOSE)
                            .requireFieldMatch(false)
                            .numberOfFragments(0)
                            .fields("text", f -> f.type("unified")))
                    .aggregations(aggregations(filters, query.collapse()));
            if (query.collapse()) {
                r.collapse(c -> c.field("copies")).from(from(query));
            } else if (query.after() != null) {
                r.searchAfter(
                        SearchCursor.decode(query.after(), sort(query.sort()).size()));
            }
            return r;
        });
    }

    /** Everything a query finds, in no order, as one query of the server. */
    Query whole(StatementQuery query) {
        Map<String, Query> filters = filters(query);
        Query words = words(query.text());
        return Query.of(q -> q.bool(
                b -> b.must(words).filter(all(filters, "")).mustNot(m -> m.exists(e -> e.field("supersededBy")))));
    }

    /** Collapsed hits cannot be gone through by their last: the server takes a number to skip, up to 10,000. */
    static int from(StatementQuery query) {
        if (query.after() == null) {
            return 0;
        }
        FieldValue skipped = SearchCursor.decode(query.after(), 1).get(0);
        if (!skipped.isLong() || skipped.longValue() < 0) {
            throw new QueryException("'after' belongs to a page in another order", -1);
        }
        if (skipped.longValue() + query.size() + 1 > MOST_COLLAPSED) {
            throw new QueryException(
                    "With copies shown once, only the first " + MOST_COLLAPSED
                            + " statements can be gone through; narrow the search, or show every copy",
                    -1);
        }
        return (int) skipped.longValue();
    }

    /** What a person typed; a blank text takes everything. */
    Query words(String text) {
        if (text.isBlank()) {
            return Query.of(q -> q.matchAll(m -> m));
        }
        String prepared = QueryText.forServer(text, lemmatizer);
        return Query.of(q -> q.queryString(s -> s.query(prepared)
                .fields("text", "title")
                .defaultOperator(Operator.And)
                .allowLeadingWildcard(false)
                .maxDeterminizedStates(10_000)
                .lenient(false)
                .analyzeWildcard(true)));
    }

    private static Map<String, Query> filters(StatementQuery query) {
        Map<String, Query> filters = facets(query.facets());
        if (query.from() != null || query.to() != null) {
            filters.put(
                    DATE,
                    Query.of(q -> q.range(range -> range.date(d -> {
                        d.field(DATE);
                        if (query.from() != null) {
                            d.gte(query.from().toString());
                        }
                        if (query.to() != null) {
                            d.lt(query.to().toString());
                        }
                        return d;
                    }))));
        }
        return filters;
    }

    /** A filter for each facet that has values, by its parameter. */
    static Map<String, Query> facets(Map<Facet, List<String>> wanted) {
        Map<String, Query> filters = new LinkedHashMap<>();
        wanted.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                filters.put(
                        facet.parameter(),
                        switch (facet) {
                            case CATEGORY -> categories(values);
                            case REVIEW -> reviews(values);
                            default -> terms(facet.field(), values);
                        });
            }
        });
        return filters;
    }

    private static Query categories(List<String> values) {
        return Query.of(q -> q.bool(b -> b.should(terms("category", values))
                .should(terms("family", values))
                .minimumShouldMatch("1")));
    }

    /** A statement on which nobody has decided tells nothing of it. */
    private static Query reviews(List<String> values) {
        Query told = terms(Facet.REVIEW.field(), values);
        return values.contains(ReviewState.UNREVIEWED.id())
                ? Query.of(q -> q.bool(b -> b.should(told)
                        .should(s -> s.bool(n -> n.mustNot(m -> m.exists(e -> e.field(Facet.REVIEW.field())))))
                        .minimumShouldMatch("1")))
                : told;
    }

    private static Query terms(String field, List<String> values) {
        List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(wanted))));
    }

    /** All filters but one. */
    private static Query all(Map<String, Query> filters, String except) {
        List<Query> kept = new ArrayList<>();
        filters.forEach((name, filter) -> {
            if (!name.equals(except)) {
                kept.add(filter);
            }
        });
        return kept.isEmpty() ? Query.of(q -> q.matchAll(m -> m)) : Query.of(q -> q.bool(b -> b.filter(kept)));
    }

    private static Map<String, Aggregation> aggregations(Map<String, Query> filters, boolean collapse) {
        Map<String, Aggregation> aggregations = new LinkedHashMap<>();
        if (collapse) {
            aggregations.put(DISTINCT, Aggregation.of(a -> a.filter(all(filters, ""))
                    .aggregations(
                            DISTINCT,
                            copies -> copies.cardinality(c -> c.field("copies").precisionThreshold(EXACT_TO)))));
        }
        for (Facet facet : Facet.values()) {
            String name = facet.parameter();
            aggregations.put(name, Aggregation.of(a -> a.filter(all(filters, name))
                    .aggregations(
                            name,
                            values -> values.terms(t -> {
                                t.field(facet.field()).size(FACET_SIZE);
                                return facet == Facet.REVIEW ? t.missing(ReviewState.UNREVIEWED.id()) : t;
                            }))));
        }
        aggregations.put(DATE, Aggregation.of(a -> a.filter(all(filters, DATE))
                .aggregations(
                        DATE,
                        months -> months.dateHistogram(d -> d.field(DATE)
                                .calendarInterval(CalendarInterval.Month)
                                .format("yyyy-MM")
                                .minDocCount(1)))));
        return aggregations;
    }

    private static List<SortOptions> sort(StatementQuery.Sort sort) {
        SortOptions newest = SortOptions.of(s -> s.field(f -> f.field(DATE).order(SortOrder.Desc)));
        SortOptions id = SortOptions.of(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
        return switch (sort) {
            case DATE -> List.of(newest, id);
            case OLDEST ->
                List.of(SortOptions.of(s -> s.field(f -> f.field(DATE).order(SortOrder.Asc))), id);
            case RELEVANCE -> List.of(SortOptions.of(s -> s.score(x -> x.order(SortOrder.Desc))), newest, id);
            case SEVERITY ->
                List.of(SortOptions.of(s -> s.field(f -> f.field("severity").order(SortOrder.Desc))), newest, id);
        };
    }
}
