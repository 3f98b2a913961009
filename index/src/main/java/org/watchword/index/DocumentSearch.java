package org.watchword.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds documents. */
final class DocumentSearch {

    private final ElasticsearchConnection connection;
    private final QueryLemmatizer lemmatizer;
    private final HitPages pages;
    private final JsonMapper json = JsonMapper.shared();

    DocumentSearch(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.connection = connection;
        this.lemmatizer = lemmatizer;
        this.pages = new HitPages(
                connection, connection.names().pages(), new SearchRequests(lemmatizer, Searched.DOCUMENTS));
    }

    DocumentResult result(StatementQuery query) throws IOException {
        HitPages.Answer answer = pages.page(query);
        FormMarks forms = new FormMarks(query.text(), lemmatizer);
        List<Hit<BinaryData>> shown = answer.shown(query);
        Map<String, String> texts = forms.isEmpty() ? Map.of() : texts(shown);
        return new DocumentResult(
                answer.counts().total(),
                answer.counts().distinct(),
                shown.stream()
                        .map(hit -> hit(hit, passages(hit, texts.getOrDefault(hit.id(), ""), forms)))
                        .toList(),
                answer.counts().facets(),
                answer.nextWord());
    }

    /** Of pages in which the server marked nothing: a word may stand there in another form. */
    private Map<String, String> texts(List<Hit<BinaryData>> hits) throws IOException {
        List<String> unmarked = hits.stream()
                .filter(hit -> hit.highlight().isEmpty())
                .map(hit -> String.valueOf(hit.id()))
                .toList();
        if (unmarked.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = new HashMap<>();
        connection
                .client()
                .mget(
                        m -> m.index(connection.names().pages()).ids(unmarked).sourceIncludes(DocumentRows.TEXT),
                        BinaryData.class)
                .docs()
                .stream()
                .filter(doc -> doc.isResult() && doc.result().found())
                .forEach(doc -> texts.put(
                        doc.result().id(),
                        Answers.row(doc.result().source())
                                .path(DocumentRows.TEXT)
                                .asString("")));
        return texts;
    }

    private DocumentHit hit(Hit<BinaryData> hit, List<DocumentHit.Passage> found) {
        ObjectNode row = Answers.row(hit.source());
        ArrayNode passages = json.createArrayNode();
        found.forEach(passages::addPOJO);
        if (passages.isEmpty()) {
            passages.addPOJO(new DocumentHit.Passage(row.path("lead").asString(""), List.of()));
        }
        row.set("passages", passages);
        return json.treeToValue(row, DocumentHit.class);
    }

    private static List<DocumentHit.Passage> passages(Hit<BinaryData> hit, String text, FormMarks forms) {
        List<DocumentHit.Passage> passages = new ArrayList<>();
        hit.highlight()
                .values()
                .forEach(marked -> marked.forEach(words -> {
                    DocumentHit.Passage byServer = Highlighting.passage(words);
                    passages.add(
                            new DocumentHit.Passage(byServer.text(), forms.of(byServer.text(), byServer.highlights())));
                }));
        return passages.isEmpty() ? new FormPassages(forms).of(text) : passages;
    }
}
