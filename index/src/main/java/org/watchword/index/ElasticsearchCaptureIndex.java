package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.BinaryData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link CaptureIndex} over the index of statements. */
public final class ElasticsearchCaptureIndex implements CaptureIndex {

    private static final int PAGE = 500;
    private static final String CAPTURED = "capturedAt";
    private static final String STRETCHES = "stretches";
    private static final String CATEGORY = "category";
    private static final List<SortOptions> GRAVEST_FIRST =
            List.of(sort("severity", SortOrder.Desc), sort(CAPTURED, SortOrder.Asc), sort("id", SortOrder.Asc));

    private final ElasticsearchConnection connection;
    private final SearchRequests requests;
    private final Answers server;
    private final IndexRows rows = new IndexRows();

    /**
     * @param connection the server; closed by whoever opened it
     * @param lemmatizer the one the indexed text went through
     */
    public ElasticsearchCaptureIndex(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.connection = connection;
        this.requests = new SearchRequests(lemmatizer);
        this.server = new Answers(connection);
    }

    @Override
    public void walk(CaptureQuery query, Consumer<List<StatementRecord>> pages) {
        Query wanted = wanted(query);
        List<FieldValue> after = List.of();
        while (true) {
            List<FieldValue> from = after;
            SearchRequest request = SearchRequest.of(r -> {
                r.index(connection.names().statements())
                        .size(PAGE)
                        .trackTotalHits(t -> t.enabled(false))
                        .query(wanted)
                        .sort(GRAVEST_FIRST);
                return from.isEmpty() ? r : r.searchAfter(from);
            });
            var hits = server.ask(() -> connection.client().search(request, BinaryData.class))
                    .map(response -> response.hits().hits())
                    .orElseGet(List::of);
            if (!hits.isEmpty()) {
                pages.accept(hits.stream()
                        .map(hit -> rows.record(Answers.row(hit.source())))
                        .toList());
            }
            if (hits.size() < PAGE) {
                return;
            }
            after = hits.get(hits.size() - 1).sort();
        }
    }

    @Override
    public List<CaptureCount> counts(CaptureQuery query, List<Instant> bounds) {
        if (bounds.size() < 2) {
            return List.of();
        }
        Query wanted = wanted(query.between(bounds.get(0), bounds.get(bounds.size() - 1)));
        SearchRequest request = SearchRequest.of(r -> r.index(connection.names().statements())
                .size(0)
                .query(wanted)
                .aggregations(STRETCHES, a -> a.dateRange(d -> {
                            d.field(CAPTURED);
                            for (int i = 1; i < bounds.size(); i++) {
                                String from = bounds.get(i - 1).toString();
                                String to = bounds.get(i).toString();
                                d.ranges(range -> range.from(f -> f.expr(from)).to(t -> t.expr(to)));
                            }
                            return d;
                        })
                        .aggregations(
                                CATEGORY, c -> c.terms(t -> t.field(CATEGORY).size(100)))));
        return server.ask(() -> counted(connection.client().search(request, Void.class)))
                .orElseGet(List::of);
    }

    private static List<CaptureCount> counted(SearchResponse<Void> response) {
        return Answers.named(response.aggregations(), STRETCHES).dateRange().buckets().array().stream()
                .map(ElasticsearchCaptureIndex::count)
                .sorted(Comparator.comparing(CaptureCount::from))
                .toList();
    }

    private static CaptureCount count(RangeBucket bucket) {
        TreeMap<String, Long> categories = new TreeMap<>();
        Answers.named(bucket.aggregations(), CATEGORY)
                .sterms()
                .buckets()
                .array()
                .forEach(category -> categories.put(category.key().stringValue(), category.docCount()));
        return new CaptureCount(moment(bucket.from()), moment(bucket.to()), bucket.docCount(), categories);
    }

    private static Instant moment(@Nullable Double millis) {
        return Instant.ofEpochMilli(millis == null ? 0 : millis.longValue());
    }

    @Override
    public Map<String, StatementRecord> statements(Collection<String> ids) {
        Map<String, StatementRecord> found = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        server.ask(() -> connection
                        .client()
                        .mget(m -> m.index(connection.names().statements()).ids(List.copyOf(ids)), BinaryData.class)
                        .docs())
                .ifPresent(items -> items.forEach(item -> {
                    if (item.isResult() && item.result().found()) {
                        found.put(
                                item.result().id(),
                                rows.record(Answers.row(item.result().source())));
                    }
                }));
        return found;
    }

    private Query wanted(CaptureQuery query) {
        List<Query> filters =
                new ArrayList<>(SearchRequests.facets(query.facets()).values());
        filters.add(Query.of(q -> q.range(r -> r.date(d ->
                d.field(CAPTURED).gte(query.from().toString()).lt(query.to().toString())))));
        filters.add(requests.words(query.text()));
        return Query.of(q -> q.bool(b -> b.filter(filters).mustNot(m -> m.exists(e -> e.field("supersededBy")))));
    }

    private static SortOptions sort(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }
}
