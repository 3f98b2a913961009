package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
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
    private final QueryLemmatizer lemmatizer;
    private final HitPages hits;
    private final Spelling spelling;
    private final IndexRows rows = new IndexRows();
    private final PageRows pages = new PageRows();
    private final Answers server;
    private final CopySearch copies;
    private final DocumentSearch documents;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param connection the server; closed by whoever opened it
     * @param lemmatizer the one the indexed text went through
     */
    public ElasticsearchStatementIndex(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.connection = connection;
        this.server = new Answers(connection);
        this.lemmatizer = lemmatizer;
        SearchRequests requests = new SearchRequests(lemmatizer);
        this.hits = new HitPages(connection, connection.names().statements(), requests);
        this.spelling = new Spelling(connection, requests);
        this.copies = new CopySearch(connection);
        this.documents = new DocumentSearch(connection, lemmatizer);
    }

    @Override
    public SearchResult search(StatementQuery query) {
        return server.ask(() -> result(query), column -> QueryText.place(query.text(), lemmatizer, column))
                .orElseGet(() -> new SearchResult(0, List.of(), Map.of(), null));
    }

    @Override
    public List<SearchResult.Hit> first(StatementQuery query) {
        return server.ask(
                        () -> told(query, hits.first(query), Map.of()),
                        column -> QueryText.place(query.text(), lemmatizer, column))
                .orElseGet(List::of);
    }

    @Override
    public DocumentResult documents(StatementQuery query) {
        return server.ask(() -> documents.result(query), column -> QueryText.place(query.text(), lemmatizer, column))
                .orElseGet(() -> new DocumentResult(0, null, List.of(), Map.of(), null));
    }

    @Override
    public Optional<String> suggestion(StatementQuery query) {
        return server.ask(() -> spelling.mended(query).orElse(null));
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
    public boolean isBeingRebuilt() {
        String generations = connection.names().generations();
        return server.ask(() -> !connection
                        .client()
                        .indices()
                        .getAlias(g -> g.name(generations))
                        .result()
                        .isEmpty())
                .orElse(false);
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

    private SearchResult result(StatementQuery query) throws IOException {
        HitPages.Answer answer = hits.page(query);
        var shown = answer.shown(query);
        Map<String, Copies> copiesByKey = query.collapse()
                ? copies.of(shown.stream()
                        .flatMap(hit -> key(hit.source()).stream())
                        .distinct()
                        .toList())
                : Map.of();
        return new SearchResult(
                answer.counts().total(),
                answer.counts().distinct(),
                told(query, shown, copiesByKey),
                answer.counts().facets(),
                answer.nextWord());
    }

    private List<SearchResult.Hit> told(
            StatementQuery query, List<Hit<BinaryData>> shown, Map<String, Copies> copiesByKey) {
        FormMarks forms = new FormMarks(query.text(), lemmatizer);
        List<SearchResult.Hit> told = new ArrayList<>();
        for (Hit<BinaryData> hit : shown) {
            StatementRecord statement = rows.record(Answers.row(hit.source()));
            told.add(new SearchResult.Hit(
                    statement,
                    forms.of(statement.text(), Highlighting.spans(statement.text(), hit.highlight())),
                    key(hit.source()).map(copiesByKey::get).orElse(null)));
        }
        return told;
    }

    private static Optional<String> key(@Nullable BinaryData source) {
        var key = Answers.row(source).get("copies");
        return key == null || key.isNull() ? Optional.empty() : Optional.of(key.asString());
    }

    private Analysis analysis(ObjectNode row) {
        return json.treeToValue(row.get("analysis"), Analysis.class);
    }

    private Analysis withHistory(Analysis analysis) {
        String alias = connection.names().pages();
        String id = analysis.document().id();
        return server.ask(() -> Answers.source(connection
                        .client()
                        .get(g -> g.index(alias).id(id).sourceExcludes(DocumentRows.SEARCHED), BinaryData.class)))
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
