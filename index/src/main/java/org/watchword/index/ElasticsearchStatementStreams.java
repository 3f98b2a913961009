package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.BinaryData;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams from Elasticsearch: a point in time, gone through by {@code search_after}. */
public final class ElasticsearchStatementStreams implements StatementStreams {

    /** Statements a request brings. */
    private static final int PAGE = 500;
    /**
     * How long the server keeps the point in time from one request to the next: whoever walks may read and unpack the capture of each
     * statement before asking for more, on a machine that has other things to do.
     */
    private static final Time KEEP_ALIVE = Time.of(t -> t.time("1h"));

    private final ElasticsearchConnection connection;
    private final SearchRequests requests;
    private final Answers server;
    private final IndexRows rows = new IndexRows();

    /**
     * @param connection the server; closed by whoever opened it
     * @param lemmatizer the one the indexed text went through
     */
    public ElasticsearchStatementStreams(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.connection = connection;
        this.server = new Answers(connection);
        this.requests = new SearchRequests(lemmatizer);
    }

    @Override
    public StatementStream open(StatementQuery query, StatementStream.@Nullable Position after) {
        Query wanted = requests.whole(query);
        String alias = connection.names().statements();
        Optional<String> point = server.ask(() -> connection
                .client()
                .openPointInTime(r -> r.index(alias).keepAlive(KEEP_ALIVE))
                .id());
        Walk walk = new Walk(wanted, point, after);
        try {
            walk.look();
            return walk;
        } catch (RuntimeException e) {
            walk.close();
            throw e;
        }
    }

    private final class Walk implements StatementStream {

        private final Query wanted;
        private Optional<String> point;
        private List<FieldValue> after;
        private List<StatementRecord> ahead = List.of();
        private long total;

        Walk(Query wanted, Optional<String> point, StatementStream.@Nullable Position after) {
            this.wanted = wanted;
            this.point = point;
            this.after = after == null
                    ? List.of()
                    : List.of(FieldValue.of(after.date().toEpochMilli()), FieldValue.of(after.id()));
        }

        @Override
        public long total() {
            return total;
        }

        @Override
        public List<StatementRecord> next() {
            List<StatementRecord> found = ahead;
            if (!found.isEmpty()) {
                look();
            }
            return found;
        }

        /** Fetches what {@link #next} will give. */
        private void look() {
            Optional<SearchResponse<BinaryData>> answer = point.isEmpty()
                    ? Optional.empty()
                    : server.ask(() -> connection
                            .client()
                            .search(
                                    r -> {
                                        r.pit(p -> p.id(point.get()).keepAlive(KEEP_ALIVE))
                                                .size(PAGE)
                                                .query(wanted)
                                                .trackTotalHits(t -> t.enabled(after.isEmpty() || total == 0))
                                                .source(s -> s.filter(f -> f.excludes("lemmas")))
                                                .sort(s -> s.field(f -> f.field(SearchRequests.DATE)
                                                        .order(SortOrder.Asc)))
                                                .sort(s -> s.field(
                                                        f -> f.field("id").order(SortOrder.Asc)));
                                        return after.isEmpty() ? r : r.searchAfter(after);
                                    },
                                    BinaryData.class));
            if (answer.isEmpty()) {
                ahead = List.of();
                return;
            }
            var hits = answer.get().hits();
            point = Optional.ofNullable(answer.get().pitId()).or(() -> point);
            if (hits.total() != null && total == 0) {
                total = hits.total().value();
            }
            ahead = hits.hits().stream()
                    .map(hit -> rows.record(Answers.row(hit.source())))
                    .toList();
            if (!hits.hits().isEmpty()) {
                // The server adds a third value of its own; two are unique.
                after = hits.hits().get(hits.hits().size() - 1).sort().subList(0, 2);
            }
        }

        @Override
        public void close() {
            point.ifPresent(id -> {
                point = Optional.empty();
                var unused = server.ask(() ->
                        connection.client().closePointInTime(r -> r.id(id)).succeeded());
            });
        }
    }
}
