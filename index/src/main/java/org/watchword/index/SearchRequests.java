package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.watchword.model.review.ReviewState;

/** Turns a query into the server's language. A facet's own filter does not narrow its own counts. */
final class SearchRequests {

    static final String DATE = "date";
    /** Name of the count of statements without their copies. */
    static final String DISTINCT = "distinct";

    private static final int FACET_SIZE = 50;
    private static final int EXACT_TO = 40_000;
    private static final String COPIES = "copies";
    private static final Query SUPERSEDED = Query.of(q -> q.exists(e -> e.field("supersededBy")));

    private final QueryLemmatizer lemmatizer;

    SearchRequests(QueryLemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    /** A page of hits, nothing counted: in order of date the server need not look at all that match. */
    SearchRequest hits(String alias, StatementQuery query) {
        return hits(alias, query, List.of(), r -> {
            if (query.collapse()) {
                r.collapse(c -> c.field(COPIES));
            } else if (query.after() != null) {
                r.searchAfter(after(query));
            }
            return r.size(query.size() + 1);
        });
    }

    /** These hits of a query, with all that a page shows. */
    SearchRequest hits(String alias, StatementQuery query, List<String> ids) {
        Query only = Query.of(q -> q.ids(i -> i.values(ids)));
        return hits(alias, query, List.of(only), r -> r.size(ids.size()));
    }

    private SearchRequest hits(
            String alias, StatementQuery query, List<Query> more, UnaryOperator<SearchRequest.Builder> which) {
        return SearchRequest.of(r -> which.apply(r.index(alias)
                .trackTotalHits(t -> t.enabled(false))
                .query(scored(query, more))
                .sort(sort(query.sort()))
                .source(s -> s.filter(f -> f.excludes("lemmas")))
                .highlight(h -> h.preTags(Highlighting.OPEN)
                        .postTags(Highlighting.CLOSE)
                        .requireFieldMatch(false)
                        .numberOfFragments(0)
                        .fields("text", f -> f.type("unified")))));
    }

    /** What follows on a hit, with nothing but what its copies have in common. */
    SearchRequest following(String alias, StatementQuery query, List<FieldValue> after, int size) {
        return SearchRequest.of(r -> r.index(alias)
                .size(size)
                .trackTotalHits(t -> t.enabled(false))
                .query(scored(query, List.of()))
                .sort(sort(query.sort()))
                .source(s -> s.filter(f -> f.includes(COPIES)))
                .searchAfter(after));
    }

    /** Of each of these copies the one that comes first in the order of the query. */
    SearchRequest firsts(String alias, StatementQuery query, List<String> copies) {
        return SearchRequest.of(r -> r.index(alias)
                .size(copies.size())
                .trackTotalHits(t -> t.enabled(false))
                .query(scored(query, List.of(terms(COPIES, copies))))
                .sort(sort(query.sort()))
                .collapse(c -> c.field(COPIES))
                .source(s -> s.fetch(false)));
    }

    /** How many match, and their facets, without a hit. The server keeps the answer until the index changes. */
    SearchRequest counts(String alias, StatementQuery query) {
        Map<String, Query> filters = filters(query);
        Query words = words(query.text());
        return SearchRequest.of(r -> {
            r.index(alias)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(q -> q.bool(b -> b.filter(words).mustNot(SUPERSEDED)))
                    .aggregations(aggregations(filters, query.collapse()));
            return filters.isEmpty() ? r : r.postFilter(all(filters, ""));
        });
    }

    /** Where the page of a query begins. */
    static List<FieldValue> after(StatementQuery query) {
        return query.after() == null
                ? List.of()
                : SearchCursor.decode(query.after(), sort(query.sort()).size());
    }

    private Query scored(StatementQuery query, List<Query> more) {
        List<Query> all = new ArrayList<>(filters(query).values());
        all.addAll(more);
        Query words = words(query.text());
        return Query.of(q -> q.bool(b -> b.must(words).filter(all).mustNot(SUPERSEDED)));
    }

    /** Everything a query finds, in no order, as one query of the server. */
    Query whole(StatementQuery query) {
        Map<String, Query> filters = filters(query);
        Query words = words(query.text());
        return Query.of(q -> q.bool(b -> b.must(words).filter(all(filters, "")).mustNot(SUPERSEDED)));
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
            aggregations.put(
                    DISTINCT,
                    narrowed(
                            filters,
                            "",
                            DISTINCT,
                            Aggregation.of(
                                    a -> a.cardinality(c -> c.field(COPIES).precisionThreshold(EXACT_TO)))));
        }
        for (Facet facet : Facet.values()) {
            String name = facet.parameter();
            Aggregation values = Aggregation.of(a -> a.terms(terms(facet, FACET_SIZE)));
            aggregations.put(name, narrowed(filters, name, name, values));
        }
        Aggregation months = Aggregation.of(a -> a.dateHistogram(d -> d.field(DATE)
                .calendarInterval(CalendarInterval.Month)
                .format("yyyy-MM")
                .minDocCount(1)));
        aggregations.put(DATE, narrowed(filters, DATE, DATE, months));
        return aggregations;
    }

    /** The values of a facet; where nobody has decided, a statement's row says nothing of reviews. */
    static TermsAggregation terms(Facet facet, int size) {
        return TermsAggregation.of(t -> {
            t.field(facet.field()).size(size);
            return facet == Facet.REVIEW ? t.missing(ReviewState.UNREVIEWED.id()) : t;
        });
    }

    /** Under all filters but one; as it is where there is no other, for the server counts that more quickly. */
    private static Aggregation narrowed(
            Map<String, Query> filters, String except, String name, Aggregation aggregation) {
        boolean free = filters.keySet().stream().allMatch(except::equals);
        return free
                ? aggregation
                : Aggregation.of(a -> a.filter(all(filters, except)).aggregations(name, aggregation));
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
