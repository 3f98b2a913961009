package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.List;

/** Several searches in one request, which the server works on at the same time. */
final class SideBySide {

    private SideBySide() {}

    /**
     * The answers, in the order of the searches.
     *
     * @throws ElasticsearchException when one of them is refused, as if it had been asked alone
     */
    static List<MultiSearchItem<BinaryData>> ask(ElasticsearchConnection connection, List<SearchRequest> searches)
            throws IOException {
        return connection
                .client()
                .msearch(m -> m.searches(searches.stream().map(SideBySide::item).toList()), BinaryData.class)
                .responses()
                .stream()
                .map(SideBySide::answer)
                .toList();
    }

    private static RequestItem item(SearchRequest request) {
        return RequestItem.of(i -> i.header(h -> h.index(request.index())).body(b -> {
            b.size(request.size())
                    .trackTotalHits(request.trackTotalHits())
                    .query(request.query())
                    .sort(request.sort())
                    .aggregations(request.aggregations());
            if (request.pit() != null) {
                b.pit(request.pit());
            }
            if (request.source() != null) {
                b.source(request.source());
            }
            if (request.highlight() != null) {
                b.highlight(request.highlight());
            }
            if (request.collapse() != null) {
                b.collapse(request.collapse());
            }
            return request.searchAfter().isEmpty() ? b : b.searchAfter(request.searchAfter());
        }));
    }

    private static MultiSearchItem<BinaryData> answer(MultiSearchResponseItem<BinaryData> item) {
        if (item.isFailure()) {
            throw new ElasticsearchException("msearch", item.failure());
        }
        return item.result();
    }
}
