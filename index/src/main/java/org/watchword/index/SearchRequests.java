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
import org.jspecify.annotations.Nullable;
import org.watchword.model.review.ReviewState;

/** Turns a query into the server's language. A facet's own filter does not narrow its own counts. */
final class SearchRequests {

    static final String DATE = "date";
    /** Name of the count of statements without their copies. */
    static final String DISTINCT = "distinct";

    /** More would be exact further, and take the server twice as long. */
    private static final int EXACT_TO = 10_000;

    private static final String COPIES = "copies";
    private static final String COPIES_NUMBER = "copiesNumber";

    private final QueryLemmatizer lemmatizer;
    private final Searched searched;

    /** For statements. */
    SearchRequests(QueryLemmatizer lemmatizer) {
        this(lemmatizer, Searched.STATEMENTS);
    }

    SearchRequests(QueryLemmatizer lemmatizer, Searched searched) {
        this.lemmatizer = lemmatizer;
        this.searched = searched;
    }

    /**
     * A page of hits, nothing counted: in order of date the server need not look at all that match. Copies are told apart by their numbers;
     * all rows of an earlier program, which have none, pass for copies of one another.
     */
    SearchRequest hits(Rows rows, StatementQuery query) {
        return hits(rows, query, COPIES_NUMBER);
    }

    /** As {@link #hits(Rows, StatementQuery)}, with copies told apart by their keys: slower, as {@link #distinct} is. */
    SearchRequest hitsByKey(Rows rows, StatementQuery query) {
        return hits(rows, query, COPIES);
    }

    private SearchRequest hits(Rows rows, StatementQuery query, String copies) {
        return hits(rows, query, List.of(), r -> {
            SearchCursor after = after(query);
            if (query.collapse()) {
                r.collapse(c -> c.field(copies));
            } else if (after != null) {
                r.searchAfter(after.sort());
            }
            return r.size(query.size() + 1);
        });
    }

    /** These hits of a query, with all that a page shows. */
    SearchRequest hits(Rows rows, StatementQuery query, List<String> ids) {
        Query only = Query.of(q -> q.ids(i -> i.values(ids)));
        return hits(rows, query, List.of(only), r -> r.size(ids.size()));
    }

    private SearchRequest hits(
            Rows rows, StatementQuery query, List<Query> more, UnaryOperator<SearchRequest.Builder> which) {
        return SearchRequest.of(r -> which.apply(rows.of(r)
                .trackTotalHits(t -> t.enabled(false))
                .query(scored(query, more))
                .sort(sort(query.sort()))
                .source(s -> s.filter(f -> f.excludes(searched.unshown())))
                .highlight(searched.highlight())));
    }

    /** What follows on a hit, with nothing but what its copies have in common. */
    SearchRequest following(Rows rows, StatementQuery query, List<FieldValue> after, int size) {
        return SearchRequest.of(r -> rows.of(r)
                .size(size)
                .trackTotalHits(t -> t.enabled(false))
                .query(scored(query, List.of()))
                .sort(sort(query.sort()))
                .source(s -> s.filter(f -> f.includes(COPIES)))
                .searchAfter(after));
    }

    /** Of each of these copies the one that comes first in the order of the query. */
    SearchRequest firsts(Rows rows, StatementQuery query, List<String> copies) {
        return SearchRequest.of(r -> rows.of(r)
                .size(copies.size())
                .trackTotalHits(t -> t.enabled(false))
                .query(scored(query, List.of(terms(COPIES, copies))))
                .sort(sort(query.sort()))
                .collapse(c -> c.field(COPIES))
                .source(s -> s.fetch(false)));
    }

    /**
     * How many match, and their facets, without a hit. First what has no filter of its own, under all filters, in two requests which two
     * cores answer sooner than one; then, each in a request of its own, what has one, under the others. So the server goes
     * through no more than it counts, and keeps the answers until the index changes.
     */
    List<Counting> counts(Rows rows, StatementQuery query) {
        Map<String, Query> filters = filters(query);
        Map<String, Aggregation> common = aggregations();
        Map<String, Aggregation> own = new LinkedHashMap<>(common);
        own.keySet().retainAll(filters.keySet());
        common.keySet().removeAll(filters.keySet());
        List<Counting> all = new ArrayList<>();
        halves(common).forEach(half -> all.add(counting(rows, query.text(), filters, half)));
        own.forEach((name, counted) -> {
            Map<String, Query> others = new LinkedHashMap<>(filters);
            others.remove(name);
            all.add(counting(rows, query.text(), others, Map.of(name, counted)));
        });
        if (query.collapse()) {
            all.add(distinct(rows, query.text(), filters));
        }
        return all;
    }

    /** Rows which an earlier program wrote have no number by which copies are told apart: where there are such, nothing is told. */
    private Counting distinct(Rows rows, String text, Map<String, Query> filters) {
        Query found = found(words(text), filters);
        Query unnumbered =
                Query.of(q -> q.bool(b -> b.filter(found).mustNot(m -> m.exists(e -> e.field(COPIES_NUMBER)))));
        return new Counting(
                counts(rows, found, Map.of(DISTINCT, distinct(COPIES_NUMBER))), counts(rows, unnumbered, Map.of()));
    }

    /** Every second one: the names with few values and those with many stand side by side. */
    private static List<Map<String, Aggregation>> halves(Map<String, Aggregation> all) {
        List<Map<String, Aggregation>> halves = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
        int i = 0;
        for (Map.Entry<String, Aggregation> each : all.entrySet()) {
            halves.get(i++ % 2).put(each.getKey(), each.getValue());
        }
        return halves.stream().filter(half -> !half.isEmpty()).toList();
    }

    /**
     * How many are found when copies count once, by their keys themselves: slower, since the server has to look up each, but for rows of
     * an earlier program, too.
     */
    SearchRequest distinct(Rows rows, StatementQuery query) {
        return counts(rows, found(words(query.text()), filters(query)), Map.of(DISTINCT, distinct(COPIES)));
    }

    private Counting counting(
            Rows rows, String text, Map<String, Query> filters, Map<String, Aggregation> aggregations) {
        return text.isBlank() && filters.isEmpty()
                ? new Counting(counts(rows, words(text), aggregations), counts(rows, searched.hidden(), aggregations))
                : new Counting(counts(rows, found(words(text), filters), aggregations), null);
    }

    private Query found(Query words, Map<String, Query> filters) {
        return Query.of(q -> q.bool(
                b -> b.filter(words).filter(List.copyOf(filters.values())).mustNot(searched.hidden())));
    }

    private static SearchRequest counts(Rows rows, Query query, Map<String, Aggregation> aggregations) {
        return SearchRequest.of(r -> rows.of(r)
                .size(0)
                .trackTotalHits(t -> t.enabled(true))
                .query(query)
                .aggregations(aggregations));
    }

    /** Where the page of a query begins; null for the first. */
    static @Nullable SearchCursor after(StatementQuery query) {
        return query.after() == null
                ? null
                : SearchCursor.decode(query.after(), sort(query.sort()).size());
    }

    /** Where the page after a hit begins; of the values it was sorted by, the server may add some of its own. */
    static SearchCursor behind(StatementQuery query, List<FieldValue> sorted, @Nullable String moment) {
        return new SearchCursor(sorted.subList(0, sort(query.sort()).size()), moment);
    }

    private Query scored(StatementQuery query, List<Query> more) {
        List<Query> all = new ArrayList<>(filters(query).values());
        all.addAll(more);
        Query words = words(query.text());
        return Query.of(q -> q.bool(b -> b.must(words).filter(all).mustNot(searched.hidden())));
    }

    /** Everything a query finds, in no order, as one query of the server. */
    Query whole(StatementQuery query) {
        return scored(query, List.of());
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

    private Map<String, Aggregation> aggregations() {
        Map<String, Aggregation> aggregations = new LinkedHashMap<>();
        for (Facet facet : searched.facets()) {
            aggregations.put(
                    facet.parameter(),
                    Aggregation.of(
                            a -> a.terms(t -> t.field(facet.field()).size(SearchResult.MOST_VALUES + Counting.SPARE))));
        }
        aggregations.put(
                DATE,
                Aggregation.of(a -> a.dateHistogram(d -> d.field(DATE)
                        .calendarInterval(CalendarInterval.Month)
                        .format("yyyy-MM")
                        .minDocCount(1))));
        return aggregations;
    }

    private static Aggregation distinct(String field) {
        return Aggregation.of(a -> a.cardinality(c -> c.field(field).precisionThreshold(EXACT_TO)));
    }

    /** The values of a facet; where nobody has decided, a statement's row says nothing of reviews. */
    static TermsAggregation terms(Facet facet, int size) {
        return TermsAggregation.of(t -> {
            t.field(facet.field()).size(size);
            return facet == Facet.REVIEW ? t.missing(ReviewState.UNREVIEWED.id()) : t;
        });
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
