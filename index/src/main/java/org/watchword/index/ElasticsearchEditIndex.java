package org.watchword.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.BinaryData;
import java.util.ArrayList;
import java.util.List;
import org.watchword.model.PageEdits;

/** Edited pages searched in Elasticsearch. */
public final class ElasticsearchEditIndex implements EditIndex {

    private static final List<SortOptions> NEWEST = List.of(
            SortOptions.of(s -> s.field(f -> f.field("revisedAt").order(SortOrder.Desc))),
            SortOptions.of(s -> s.field(f -> f.field("documentId").order(SortOrder.Asc))));

    private final ElasticsearchConnection connection;
    private final Answers server;
    private final PageRows pages = new PageRows();

    /** @param connection the server; closed by whoever opened it */
    public ElasticsearchEditIndex(ElasticsearchConnection connection) {
        this.connection = connection;
        this.server = new Answers(connection);
    }

    @Override
    public EditResult edits(EditQuery query) {
        SearchRequest request = request(query);
        return server.ask(() -> result(connection.client().search(request, BinaryData.class), query))
                .orElseGet(() -> new EditResult(0, List.of(), null));
    }

    private SearchRequest request(EditQuery query) {
        List<Query> filters = new ArrayList<>();
        List<PageEdits> wanted =
                query.silentOnly() ? List.of(PageEdits.SILENT) : List.of(PageEdits.ANNOUNCED, PageEdits.SILENT);
        filters.add(terms("edited", wanted.stream().map(PageEdits::id).toList()));
        if (!query.sources().isEmpty()) {
            filters.add(terms("source", query.sources()));
        }
        if (!query.text().isBlank()) {
            filters.add(Query.of(q -> q.simpleQueryString(s ->
                    s.query(query.text()).fields("removed", "added", "title").defaultOperator(Operator.And))));
        }
        return SearchRequest.of(r -> {
            r.index(connection.names().pages())
                    .size(query.size() == 0 ? 0 : query.size() + 1)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(q -> q.bool(b -> b.filter(filters)))
                    .source(s -> s.filter(f -> f.excludes(DocumentRows.SEARCHED)))
                    .sort(NEWEST);
            if (query.after() != null) {
                r.searchAfter(SearchCursor.decode(query.after(), NEWEST.size()).sort());
            }
            return r;
        });
    }

    private static Query terms(String field, List<String> values) {
        List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(wanted))));
    }

    private EditResult result(SearchResponse<BinaryData> response, EditQuery query) {
        var found = response.hits().hits();
        List<EditedPage> hits = found.stream()
                .limit(query.size())
                .map(hit -> pages.page(Answers.row(hit.source())))
                .toList();
        String next = found.size() > query.size() && query.size() > 0
                ? SearchCursor.encode(found.get(query.size() - 1).sort())
                : null;
        long total =
                response.hits().total() == null ? 0 : response.hits().total().value();
        return new EditResult(total, hits, next);
    }
}
