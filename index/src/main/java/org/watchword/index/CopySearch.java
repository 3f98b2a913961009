package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationExecutionHint;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.ContentHash;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds the copies of statements, and the pages of a story. */
final class CopySearch {

    private static final int MOST_PAGES = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ElasticsearchConnection connection;
    private final IndexRows rows = new IndexRows();

    CopySearch(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /** The copies under each key of {@link IndexRows#copies}, the superseded left out. */
    Map<String, Copies> of(Collection<String> keys) throws IOException {
        Map<String, Copies> copies = new HashMap<>();
        if (keys.isEmpty()) {
            return copies;
        }
        List<FieldValue> wanted = keys.stream().map(FieldValue::of).toList();
        SearchRequest request = SearchRequest.of(r -> r.index(connection.names().statements())
                .size(0)
                .query(q ->
                        q.bool(b -> b.filter(f -> f.terms(t -> t.field("copies").terms(v -> v.value(wanted))))
                                .mustNot(m -> m.exists(e -> e.field("supersededBy")))))
                // Few rows match: to go by the whole index's list of keys would cost more than to look at theirs.
                .aggregations("copies", a -> a.terms(t ->
                                t.field("copies").size(wanted.size()).executionHint(TermsAggregationExecutionHint.Map))
                        .aggregations("outlets", o -> o.cardinality(c -> c.field("outlet")))
                        .aggregations(
                                "oldest",
                                o -> o.topHits(h -> h.size(Copies.MOST)
                                        .source(s -> s.filter(f -> f.excludes(Searched.STATEMENTS.unshown())))
                                        .sort(s -> s.field(f -> f.field("date").order(SortOrder.Asc)))
                                        .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)))))));
        SearchResponse<Void> response = connection.client().search(request, Void.class);
        Answers.named(response.aggregations(), "copies")
                .sterms()
                .buckets()
                .array()
                .forEach(bucket -> copies.put(
                        bucket.key().stringValue(),
                        new Copies(
                                bucket.docCount(),
                                Answers.named(bucket.aggregations(), "outlets")
                                        .cardinality()
                                        .value(),
                                Answers.named(bucket.aggregations(), "oldest").topHits().hits().hits().stream()
                                        .map(hit -> rows.record(row(hit.source())))
                                        .toList())));
        return copies;
    }

    /** The pages of a statement's story, the oldest first. */
    List<Appearance> appearances(StatementRecord statement) throws IOException {
        Map<String, String> stating = new HashMap<>();
        String key = IndexRows.copies(statement.story(), ContentHash.wordsId(statement.text()));
        for (ObjectNode row : rows(connection.names().statements(), "copies", key)) {
            if (!row.hasNonNull("supersededBy")) {
                stating.putIfAbsent(
                        row.get("documentId").asString(), row.get("id").asString());
            }
        }
        List<Appearance> appearances = new ArrayList<>();
        for (ObjectNode row : rows(connection.names().pages(), "story", statement.story())) {
            if (PageRows.isWhole(row)) {
                row.put("statementId", stating.get(row.get("documentId").asString()));
                row.retain(
                        "documentId",
                        "outlet",
                        "source",
                        "language",
                        "title",
                        "url",
                        "publishedAt",
                        "capturedAt",
                        "statementId");
                appearances.add(JSON.treeToValue(row, Appearance.class));
            }
        }
        appearances.sort(Comparator.comparing(Appearance::date).thenComparing(Appearance::documentId));
        return appearances;
    }

    private List<ObjectNode> rows(String alias, String field, String value) throws IOException {
        Query query = Query.of(
                q -> q.bool(b -> b.filter(f -> f.term(t -> t.field(field).value(value)))));
        return connection
                .client()
                .search(
                        r -> r.index(alias)
                                .size(MOST_PAGES)
                                .query(query)
                                .source(s -> s.filter(f -> f.excludes(DocumentRows.SEARCHED))),
                        BinaryData.class)
                .hits()
                .hits()
                .stream()
                .map(hit -> Answers.row(hit.source()))
                .toList();
    }

    private static ObjectNode row(@Nullable JsonData source) {
        if (source == null) {
            throw new IllegalStateException("the index keeps no sources");
        }
        return (ObjectNode) JSON.readTree(source.toJson().toString());
    }
}
