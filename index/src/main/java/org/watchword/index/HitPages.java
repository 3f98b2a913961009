package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fetches pages of hits with their counts. Each page begins behind the last hit of the one before, however far that is; that also holds
 * where copies are shown once, which the server itself cannot do.
 */
final class HitPages {

    /** Hits looked at in one go for the firsts of their copies. */
    private static final int STEP = 500;

    private final ElasticsearchConnection connection;
    private final SearchRequests requests;

    HitPages(ElasticsearchConnection connection, SearchRequests requests) {
        this.connection = connection;
        this.requests = requests;
    }

    /**
     * A page.
     *
     * @param hits in order, one more than asked for when there are more
     * @param counts of everything that matches
     */
    record Answer(List<Hit<BinaryData>> hits, ResponseBody<BinaryData> counts) {}

    Answer page(StatementQuery query) throws IOException {
        String alias = connection.names().statements();
        SearchRequest counts = requests.counts(alias, query);
        if (query.size() == 0) {
            return new Answer(List.of(), connection.client().search(counts, BinaryData.class));
        }
        if (query.collapse() && query.after() != null) {
            return new Answer(collapsed(alias, query), connection.client().search(counts, BinaryData.class));
        }
        // In one request, which the server works on side by side.
        List<MultiSearchResponseItem<BinaryData>> both = connection
                .client()
                .msearch(
                        MsearchRequest.of(
                                m -> m.index(alias).searches(item(requests.hits(alias, query)), item(counts))),
                        BinaryData.class)
                .responses();
        return new Answer(answer(both.get(0)).hits().hits(), answer(both.get(1)));
    }

    private static RequestItem item(SearchRequest request) {
        return RequestItem.of(i -> i.header(h -> h).body(b -> {
            b.size(request.size())
                    .trackTotalHits(request.trackTotalHits())
                    .query(request.query())
                    .sort(request.sort())
                    .aggregations(request.aggregations());
            if (request.postFilter() != null) {
                b.postFilter(request.postFilter());
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

    private static ResponseBody<BinaryData> answer(MultiSearchResponseItem<BinaryData> item) {
        if (item.isFailure()) {
            throw new ElasticsearchException("msearch", item.failure());
        }
        return item.result();
    }

    /** Goes on from the hit before, and keeps of each group of copies the one that comes first in the whole search. */
    private List<Hit<BinaryData>> collapsed(String alias, StatementQuery query) throws IOException {
        int wanted = query.size() + 1;
        List<String> ids = new ArrayList<>();
        List<FieldValue> after = SearchRequests.after(query);
        while (ids.size() < wanted) {
            List<Hit<BinaryData>> step = connection
                    .client()
                    .search(requests.following(alias, query, after, STEP), BinaryData.class)
                    .hits()
                    .hits();
            Map<String, String> copies = new LinkedHashMap<>();
            step.forEach(hit -> copies.put(String.valueOf(hit.id()), copies(hit)));
            Set<String> firsts = firsts(alias, query, copies.values());
            copies.forEach((id, key) -> {
                if (ids.size() < wanted && (key.isEmpty() || firsts.contains(id))) {
                    ids.add(id);
                }
            });
            if (step.size() < STEP) {
                break;
            }
            after = step.get(step.size() - 1).sort();
        }
        return ids.isEmpty()
                ? List.of()
                : connection
                        .client()
                        .search(requests.hits(alias, query, ids), BinaryData.class)
                        .hits()
                        .hits();
    }

    private Set<String> firsts(String alias, StatementQuery query, Iterable<String> copies) throws IOException {
        Set<String> keys = new HashSet<>();
        copies.forEach(keys::add);
        keys.remove("");
        return keys.isEmpty()
                ? Set.of()
                : connection
                        .client()
                        .search(requests.firsts(alias, query, List.copyOf(keys)), BinaryData.class)
                        .hits()
                        .hits()
                        .stream()
                        .map(hit -> String.valueOf(hit.id()))
                        .collect(Collectors.toSet());
    }

    private static String copies(Hit<BinaryData> hit) {
        var key = Answers.row(hit.source()).get("copies");
        return key == null || key.isNull() ? "" : key.asString();
    }
}
