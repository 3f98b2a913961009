package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.model.Analysis;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Statements searched in Elasticsearch. Before the first document was ever indexed, every search is empty. */
public final class ElasticsearchStatementIndex implements StatementIndex {

    private final ElasticsearchConnection connection;
    private final SearchRequests requests;
    private final IndexRows rows = new IndexRows();
    private final PageRows pages = new PageRows();
    private final Answers server;
    private final CopySearch copies;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param connection the server; closed by whoever opened it
     * @param lemmatizer the one the indexed text went through
     */
    public ElasticsearchStatementIndex(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.connection = connection;
        this.server = new Answers(connection);
        this.requests = new SearchRequests(lemmatizer);
        this.copies = new CopySearch(connection);
    }

    @Override
    public SearchResult search(StatementQuery query) {
        SearchRequest request = requests.request(connection.names().statements(), query);
        return server.ask(() -> result(connection.client().search(request, BinaryData.class), query))
                .orElseGet(() -> new SearchResult(0, List.of(), Map.of(), null));
    }

    @Override
    public Optional<StatementRecord> statement(String id) {
        if (id.isBlank()) {
            return Optional.empty();
        }
        String alias = connection.names().statements();
        return server.ask(() -> Answers.source(
                        connection.client().get(g -> g.index(alias).id(id), BinaryData.class)))
                .map(rows::record);
    }

    @Override
    public List<Appearance> appearances(StatementRecord statement) {
        return server.ask(() -> copies.appearances(statement)).orElseGet(List::of);
    }

    @Override
    public Optional<Analysis> document(String id) {
        String alias = connection.names().documents();
        return server.ask(() -> {
                    SearchResponse<BinaryData> found = connection
                            .client()
                            .search(
                                    r -> r.index(alias)
                                            .size(1)
                                            .query(q -> q.term(
                                                    t -> t.field("documentId").value(id)))
                                            .sort(s -> s.field(
                                                    f -> f.field("capturedAt").order(SortOrder.Desc)))
                                            .sort(s -> s.field(
                                                    f -> f.field("textSha256").order(SortOrder.Asc))),
                                    BinaryData.class);
                    return found.hits().hits().isEmpty()
                            ? null
                            : analysis(Answers.row(found.hits().hits().get(0).source()));
                })
                .map(this::withHistory);
    }

    @Override
    public Optional<Analysis> document(String id, String textSha256) {
        String alias = connection.names().documents();
        return server.ask(() -> Answers.source(connection
                        .client()
                        .get(g -> g.index(alias).id(IndexRows.documentRowId(id, textSha256)), BinaryData.class)))
                .map(this::analysis)
                .map(this::withHistory);
    }

    @Override
    public boolean isUp() {
        try {
            // Not a ping: HEAD / is refused by servers that offer the data interfaces only.
            String alias = connection.names().statements();
            connection.client().indices().exists(e -> e.index(alias));
            return true;
        } catch (IOException | ElasticsearchException e) {
            return false;
        }
    }

    private SearchResult result(SearchResponse<BinaryData> response, StatementQuery query) throws IOException {
        var found = response.hits().hits();
        var shown = found.subList(0, Math.min(found.size(), query.size()));
        Map<String, Copies> copiesByKey = query.collapse()
                ? copies.of(shown.stream()
                        .flatMap(hit -> key(hit.source()).stream())
                        .distinct()
                        .toList())
                : Map.of();
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (var hit : shown) {
            StatementRecord statement = rows.record(Answers.row(hit.source()));
            hits.add(new SearchResult.Hit(
                    statement,
                    Highlighting.spans(statement.text(), hit.highlight()),
                    key(hit.source()).map(copiesByKey::get).orElse(null)));
        }
        String next = found.size() > query.size() && query.size() > 0
                ? query.collapse()
                        ? SearchCursor.encode(List.of(FieldValue.of((long) SearchRequests.from(query) + query.size())))
                        : SearchCursor.encode(found.get(query.size() - 1).sort())
                : null;
        long total =
                response.hits().total() == null ? 0 : response.hits().total().value();
        return new SearchResult(total, distinct(response), hits, facets(response), next);
    }

    private static Optional<String> key(@Nullable BinaryData source) {
        var key = Answers.row(source).get("copies");
        return key == null || key.isNull() ? Optional.empty() : Optional.of(key.asString());
    }

    private static @Nullable Long distinct(SearchResponse<BinaryData> response) {
        var counted = response.aggregations().get(SearchRequests.DISTINCT);
        return counted == null
                ? null
                : (Long) Answers.named(counted.filter().aggregations(), SearchRequests.DISTINCT)
                        .cardinality()
                        .value();
    }

    private static Map<String, List<SearchResult.Bucket>> facets(SearchResponse<BinaryData> response) {
        Map<String, List<SearchResult.Bucket>> facets = new LinkedHashMap<>();
        response.aggregations().forEach((name, aggregation) -> {
            if (name.equals(SearchRequests.DISTINCT)) {
                return;
            }
            var values = aggregation.filter().aggregations().get(name);
            List<SearchResult.Bucket> buckets = new ArrayList<>();
            if (values != null && values.isSterms()) {
                values.sterms()
                        .buckets()
                        .array()
                        .forEach(
                                b -> buckets.add(new SearchResult.Bucket(b.key().stringValue(), b.docCount())));
            } else if (values != null && values.isDateHistogram()) {
                values.dateHistogram()
                        .buckets()
                        .array()
                        .forEach(b -> buckets.add(new SearchResult.Bucket(
                                b.keyAsString() == null ? Long.toString(b.key()) : b.keyAsString(), b.docCount())));
            }
            facets.put(name, buckets);
        });
        return facets;
    }

    private Analysis analysis(ObjectNode row) {
        return json.treeToValue(row.get("analysis"), Analysis.class);
    }

    private Analysis withHistory(Analysis analysis) {
        String alias = connection.names().pages();
        String id = analysis.document().id();
        return server.ask(() -> Answers.source(
                        connection.client().get(g -> g.index(alias).id(id), BinaryData.class)))
                .filter(PageRows::isWhole)
                .map(pages::page)
                .map(page -> new Analysis(
                        analysis.document(),
                        analysis.annotation(),
                        analysis.lemmas(),
                        analysis.successions(),
                        page.history()))
                .orElse(analysis);
    }
}
