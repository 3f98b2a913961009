package org.watchword.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.util.BinaryData;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums up by Elasticsearch: months by one search, everything else by another, which it works on side by side. */
public final class ElasticsearchStatementSummaries implements StatementSummaries {

    private static final String OUTLETS = "outlets";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String MONTHS = "months";
    private static final String STATUSES = "statuses";
    private static final String FAMILIES = "families";
    private static final int EXACT_TO = 3_000;

    private final ElasticsearchConnection connection;
    private final QueryLemmatizer lemmatizer;
    private final SearchRequests requests;
    private final Answers server;

    /**
     * @param connection the server; closed by whoever opened it
     * @param lemmatizer the one the indexed text went through
     */
    public ElasticsearchStatementSummaries(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.connection = connection;
        this.lemmatizer = lemmatizer;
        this.requests = new SearchRequests(lemmatizer);
        this.server = new Answers(connection);
    }

    @Override
    public StatementSummary summary(StatementQuery query, Set<Facet> facets) {
        Query whole = requests.whole(query);
        return server.ask(
                        () -> read(
                                SideBySide.ask(
                                        connection, List.of(counts(whole, months()), counts(whole, others(facets)))),
                                facets),
                        column -> QueryText.place(query.text(), lemmatizer, column))
                .orElseGet(StatementSummary::empty);
    }

    private SearchRequest counts(Query query, Map<String, Aggregation> aggregations) {
        return SearchRequest.of(r -> r.index(connection.names().statements())
                .size(0)
                .trackTotalHits(t -> t.enabled(true))
                .query(query)
                .aggregations(aggregations));
    }

    private static Map<String, Aggregation> months() {
        return Map.of(MONTHS, Aggregation.of(a -> a.dateHistogram(d -> d.field(SearchRequests.DATE)
                        .calendarInterval(CalendarInterval.Month)
                        .format("yyyy-MM")
                        .minDocCount(1))
                .aggregations(STATUSES, terms("status", 10))
                .aggregations(FAMILIES, terms("family", 30))));
    }

    private static Map<String, Aggregation> others(Set<Facet> facets) {
        Map<String, Aggregation> all = new LinkedHashMap<>(ends());
        all.put(
                OUTLETS,
                Aggregation.of(a -> a.cardinality(c -> c.field("outlet").precisionThreshold(EXACT_TO))));
        facets.forEach(facet -> all.put(facet.parameter(), Aggregation.of(a -> a.terms(
                        SearchRequests.terms(facet, StatementSummary.MOST_VALUES))
                .aggregations(ends()))));
        return all;
    }

    private static Map<String, Aggregation> ends() {
        return Map.of(
                FIRST, Aggregation.of(a -> a.min(m -> m.field(SearchRequests.DATE))),
                LAST, Aggregation.of(a -> a.max(m -> m.field(SearchRequests.DATE))));
    }

    private static Aggregation terms(String field, int size) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(size)));
    }

    private static StatementSummary read(List<MultiSearchItem<BinaryData>> answers, Set<Facet> facets) {
        Map<String, Aggregate> all = new HashMap<>();
        answers.forEach(answer -> all.putAll(answer.aggregations()));
        TotalHits matching = answers.get(0).hits().total();
        long total = matching == null ? 0 : matching.value();
        EnumMap<Facet, List<StatementSummary.Value>> values = new EnumMap<>(Facet.class);
        facets.forEach(facet -> values.put(
                facet,
                buckets(Answers.named(all, facet.parameter())).stream()
                        .map(bucket -> new StatementSummary.Value(
                                bucket.key().stringValue(),
                                bucket.docCount(),
                                instant(Answers.named(bucket.aggregations(), FIRST)
                                        .min()
                                        .value()),
                                instant(Answers.named(bucket.aggregations(), LAST)
                                        .max()
                                        .value())))
                        .toList()));
        return new StatementSummary(
                total,
                Answers.named(all, OUTLETS).cardinality().value(),
                total == 0 ? null : instant(Answers.named(all, FIRST).min().value()),
                total == 0 ? null : instant(Answers.named(all, LAST).max().value()),
                Answers.named(all, MONTHS).dateHistogram().buckets().array().stream()
                        .map(bucket -> new StatementSummary.Month(
                                String.valueOf(bucket.keyAsString()),
                                bucket.docCount(),
                                counts(Answers.named(bucket.aggregations(), STATUSES)),
                                counts(Answers.named(bucket.aggregations(), FAMILIES))))
                        .toList(),
                values);
    }

    /** A field that no statement has yet gives no terms, but an answer of another kind. */
    private static List<StringTermsBucket> buckets(Aggregate aggregate) {
        return aggregate.isSterms() ? aggregate.sterms().buckets().array() : List.of();
    }

    private static Map<String, Long> counts(Aggregate aggregate) {
        Map<String, Long> counts = new LinkedHashMap<>();
        buckets(aggregate).forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
        return counts;
    }

    private static Instant instant(@Nullable Double millis) {
        return Instant.ofEpochMilli(millis == null ? 0 : millis.longValue());
    }
}
