package org.watchword.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds documents. */
final class DocumentSearch {

    private final HitPages pages;
    private final JsonMapper json = JsonMapper.shared();

    DocumentSearch(ElasticsearchConnection connection, QueryLemmatizer lemmatizer) {
        this.pages = new HitPages(
                connection, connection.names().pages(), new SearchRequests(lemmatizer, Searched.DOCUMENTS));
    }

    DocumentResult result(StatementQuery query) throws IOException {
        HitPages.Answer answer = pages.page(query);
        return new DocumentResult(
                answer.counts().total(),
                answer.counts().distinct(),
                answer.shown(query).stream().map(this::hit).toList(),
                answer.counts().facets(),
                answer.nextWord());
    }

    private DocumentHit hit(Hit<BinaryData> hit) {
        ObjectNode row = Answers.row(hit.source());
        ArrayNode passages = json.createArrayNode();
        for (DocumentHit.Passage passage : passages(hit)) {
            passages.addPOJO(passage);
        }
        if (passages.isEmpty()) {
            passages.addPOJO(new DocumentHit.Passage(row.path("lead").asString(""), List.of()));
        }
        row.set("passages", passages);
        return json.treeToValue(row, DocumentHit.class);
    }

    private static List<DocumentHit.Passage> passages(Hit<BinaryData> hit) {
        List<DocumentHit.Passage> passages = new ArrayList<>();
        hit.highlight().values().forEach(marked -> marked.forEach(words -> passages.add(Highlighting.passage(words))));
        return passages;
    }
}
