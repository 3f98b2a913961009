package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger in two indices of its own. A claim is a document that only one can create; a change is taken only when nobody else has
 * changed the document since (its sequence number).
 */
public final class ElasticsearchDigestLedger implements DigestLedger {

    private static final int PAGE = 1_000;
    private static final int MOST_OPEN = 1_000;

    private final ElasticsearchConnection connection;
    private final Answers server;
    private final JsonMapper json = JsonMapper.shared();

    /** @param connection the server; closed by whoever opened it */
    public ElasticsearchDigestLedger(ElasticsearchConnection connection) {
        this.connection = connection;
        this.server = new Answers(connection);
    }

    @Override
    public Optional<Held> latest(String digest) {
        return search(issues(term("digest", digest), 1, List.of(sort("number", SortOrder.Desc)))).stream()
                .findFirst()
                .map(this::held);
    }

    @Override
    public List<Held> open() {
        Query open = Query.of(q -> q.bool(b -> b.mustNot(term("state", DigestIssue.State.DONE.name()))));
        return search(issues(open, MOST_OPEN, List.of(sort("to", SortOrder.Asc), sort("digest", SortOrder.Asc))))
                .stream()
                .map(this::held)
                .toList();
    }

    @Override
    public List<DigestIssue> issues(String digest, int most) {
        Query sent = Query.of(q -> q.bool(
                b -> b.filter(term("digest", digest)).mustNot(term("state", DigestIssue.State.BUILDING.name()))));
        return search(issues(sent, most, List.of(sort("number", SortOrder.Desc)))).stream()
                .map(hit -> issue(hit.source()))
                .filter(issue -> issue.content() != null)
                .toList();
    }

    @Override
    public Optional<Held> create(DigestIssue issue) {
        prepare();
        return server.unlessConflicting(() -> {
            var answer = connection.client().create(c -> c.index(
                            connection.names().digestIssues())
                    .id(issue.key())
                    .refresh(Refresh.True)
                    .document(body(issue)));
            return held(issue, answer.seqNo(), answer.primaryTerm());
        });
    }

    private Optional<Held> write(DigestIssue issue, @Nullable Long seqNo, @Nullable Long primaryTerm) {
        return server.unlessConflicting(() -> {
            var answer = connection.client().index(i -> i.index(
                            connection.names().digestIssues())
                    .id(issue.key())
                    .ifSeqNo(seqNo)
                    .ifPrimaryTerm(primaryTerm)
                    .refresh(Refresh.True)
                    .document(body(issue)));
            return held(issue, answer.seqNo(), answer.primaryTerm());
        });
    }

    @Override
    public Map<String, SentStatement> sent(String digest, Collection<String> statementIds) {
        Map<String, SentStatement> found = new LinkedHashMap<>();
        if (statementIds.isEmpty()) {
            return found;
        }
        List<String> keys = statementIds.stream().map(id -> digest + '/' + id).toList();
        server.ask(() -> connection
                        .client()
                        .mget(m -> m.index(connection.names().digestSent()).ids(keys), BinaryData.class)
                        .docs())
                .ifPresent(items -> items.forEach(item -> {
                    if (item.isResult() && item.result().found()) {
                        SentStatement statement = statement(item.result().source());
                        found.put(statement.statementId(), statement);
                    }
                }));
        return found;
    }

    @Override
    public List<SentStatement> saying(String digest, Collection<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<FieldValue> wanted = words.stream().map(FieldValue::of).toList();
        Query query = Query.of(q -> q.bool(b -> b.filter(term("digest", digest))
                .filter(f -> f.terms(t -> t.field("words").terms(v -> v.value(wanted))))));
        List<SentStatement> found = new ArrayList<>();
        walk(query, found::addAll);
        return found;
    }

    @Override
    public void walkSent(String digest, Instant since, Consumer<List<SentStatement>> pages) {
        walk(
                Query.of(q -> q.bool(b -> b.filter(term("digest", digest))
                        .filter(f -> f.range(r -> r.date(d -> d.field("sentAt").gte(since.toString())))))),
                pages);
    }

    private void walk(Query query, Consumer<List<SentStatement>> pages) {
        List<FieldValue> after = List.of();
        while (true) {
            List<FieldValue> from = after;
            List<Hit<BinaryData>> hits = search(SearchRequest.of(r -> {
                r.index(connection.names().digestSent())
                        .size(PAGE)
                        .query(query)
                        .sort(sort("statementId", SortOrder.Asc));
                return from.isEmpty() ? r : r.searchAfter(from);
            }));
            if (!hits.isEmpty()) {
                pages.accept(hits.stream().map(hit -> statement(hit.source())).toList());
            }
            if (hits.size() < PAGE) {
                return;
            }
            after = hits.get(hits.size() - 1).sort();
        }
    }

    @Override
    public void record(List<SentStatement> statements) {
        for (int i = 0; i < statements.size(); i += PAGE) {
            List<SentStatement> part = statements.subList(i, Math.min(i + PAGE, statements.size()));
            BulkRequest request = BulkRequest.of(b -> {
                // The next issue must see them.
                b.refresh(Refresh.True);
                part.forEach(s -> b.operations(
                        o -> o.index(x -> x.index(connection.names().digestSent())
                                .id(s.key())
                                .requireAlias(true)
                                .document(body(s)))));
                return b;
            });
            var answer = server.ask(() -> connection.client().bulk(request));
            if (answer.isEmpty() || answer.get().errors()) {
                throw new IndexUnavailableException(
                        "Elasticsearch at " + connection.address() + " did not keep what stands in a digest",
                        new IOException(answer.map(Object::toString).orElse("no index")));
            }
        }
    }

    private void prepare() {
        var unused = server.ask(() -> {
            new IndexSetup(connection.client(), connection.names()).ensureDigests();
            return Boolean.TRUE;
        });
    }

    private SearchRequest issues(Query query, int most, List<SortOptions> sort) {
        return SearchRequest.of(r -> r.index(connection.names().digestIssues())
                .size(most)
                .seqNoPrimaryTerm(true)
                .query(query)
                .sort(sort));
    }

    private List<Hit<BinaryData>> search(SearchRequest request) {
        return server.ask(() -> connection
                        .client()
                        .search(request, BinaryData.class)
                        .hits()
                        .hits())
                .orElseGet(List::of);
    }

    private Held held(Hit<BinaryData> hit) {
        return held(issue(hit.source()), hit.seqNo(), hit.primaryTerm());
    }

    private Held held(DigestIssue kept, @Nullable Long seqNo, @Nullable Long primaryTerm) {
        return new Held() {
            @Override
            public DigestIssue issue() {
                return kept;
            }

            @Override
            public Optional<Held> write(DigestIssue changed) {
                return ElasticsearchDigestLedger.this.write(changed, seqNo, primaryTerm);
            }
        };
    }

    private DigestIssue issue(@Nullable BinaryData source) {
        return json.treeToValue(Answers.row(source), DigestIssue.class);
    }

    private SentStatement statement(@Nullable BinaryData source) {
        return json.treeToValue(Answers.row(source), SentStatement.class);
    }

    private BinaryData body(Object row) {
        return BinaryData.of(json.writeValueAsBytes(row), ContentType.APPLICATION_JSON);
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static SortOptions sort(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }
}
