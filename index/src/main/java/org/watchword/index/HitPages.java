package org.watchword.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages of hits with their counts. Each page begins behind the last hit of the one before, however far that is; that also holds
 * where copies are shown once, which the server itself cannot do.
 */
final class HitPages {

    /** Hits looked at in one go for the firsts of their copies. */
    private static final int STEP = 500;

    private final ElasticsearchConnection connection;
    private final String alias;
    private final SearchRequests requests;

    /** @param alias of the rows that are searched */
    HitPages(ElasticsearchConnection connection, String alias, SearchRequests requests) {
        this.connection = connection;
        this.alias = alias;
        this.requests = requests;
    }

    /**
     * A page.
     *
     * @param hits in order, one more than asked for when there are more
     * @param counts of everything that matches
     * @param next where the page after this one begins; null when this is the last
     */
    record Answer(
            List<Hit<BinaryData>> hits,
            Counting.Counts counts,
            @Nullable SearchCursor next) {

        /** The hits that were asked for. */
        List<Hit<BinaryData>> shown(StatementQuery query) {
            return hits.subList(0, Math.min(hits.size(), query.size()));
        }

        @Nullable
        String nextWord() {
            return next == null ? null : next.encode();
        }
    }

    /**
     * A page. The first is of now, and those after it are of the same moment, so that what arrives meanwhile shifts nothing. Once
     * the server has let go of that moment, the next page goes on at its place in what is there by then.
     */
    Answer page(StatementQuery query) throws IOException {
        SearchCursor after = SearchRequests.after(query);
        if (query.size() == 0) {
            return page(query, Rows.now(alias), after);
        }
        if (after != null && after.moment() != null) {
            try {
                return page(query, new Rows(alias, after.moment()), after);
            } catch (ElasticsearchException e) {
                // Let go, or never given out; were the query itself at fault, it will be told again.
                return page(query, now(), after);
            }
        }
        return page(query, now(), after);
    }

    /** The first hits of a query that shows every copy, of now. */
    List<Hit<BinaryData>> first(StatementQuery query) throws IOException {
        List<Hit<BinaryData>> hits = connection
                .client()
                .search(requests.hits(Rows.now(alias), query), BinaryData.class)
                .hits()
                .hits();
        return hits.subList(0, Math.min(hits.size(), query.size()));
    }

    private Rows now() throws IOException {
        return new Rows(
                alias,
                connection
                        .client()
                        .openPointInTime(p -> p.index(alias).keepAlive(Rows.KEPT))
                        .id());
    }

    private Answer page(StatementQuery query, Rows rows, @Nullable SearchCursor after) throws IOException {
        boolean walked = query.collapse() && after != null;
        List<SearchRequest> asked = new ArrayList<>();
        if (query.size() > 0 && !walked) {
            asked.add(requests.hits(rows, query));
        }
        int first = asked.size();
        List<Counting> countings = requests.counts(rows, query);
        countings.forEach(counting -> asked.addAll(counting.requests()));
        List<MultiSearchItem<BinaryData>> answers = SideBySide.ask(connection, asked);
        List<Hit<BinaryData>> hits = walked && query.size() > 0
                ? collapsed(rows, query, Objects.requireNonNull(after))
                : first == 0 ? List.of() : answers.get(0).hits().hits();
        Counting.Counts counts = counts(countings, answers.subList(first, answers.size()));
        if (query.collapse() && counts.distinct() == null) {
            counts = counts.withDistinct(distinct(rows, query));
            hits = first == 0 ? hits : byKey(rows, query);
        }
        return new Answer(hits, counts, next(query, rows, hits));
    }

    private List<Hit<BinaryData>> byKey(Rows rows, StatementQuery query) throws IOException {
        return connection
                .client()
                .search(requests.hitsByKey(rows, query), BinaryData.class)
                .hits()
                .hits();
    }

    private long distinct(Rows rows, StatementQuery query) throws IOException {
        return Answers.named(
                        connection
                                .client()
                                .search(requests.distinct(rows, query), BinaryData.class)
                                .aggregations(),
                        SearchRequests.DISTINCT)
                .cardinality()
                .value();
    }

    /** All countings as one: the total of the first, which is of the whole search, and the facets of each in their order. */
    private static Counting.Counts counts(List<Counting> countings, List<MultiSearchItem<BinaryData>> answers) {
        long total = 0;
        Long distinct = null;
        Map<String, List<SearchResult.Bucket>> told = new HashMap<>();
        int at = 0;
        for (int i = 0; i < countings.size(); i++) {
            int end = at + countings.get(i).requests().size();
            Counting.Counts counts = Counting.read(answers.subList(at, end));
            total = i == 0 ? counts.total() : total;
            distinct = counts.distinct() == null ? distinct : counts.distinct();
            told.putAll(counts.facets());
            at = end;
        }
        Map<String, List<SearchResult.Bucket>> facets = new LinkedHashMap<>();
        Stream.concat(Arrays.stream(Facet.values()).map(Facet::parameter), Stream.of(SearchRequests.DATE))
                .filter(told::containsKey)
                .forEach(name -> facets.put(name, told.get(name)));
        return new Counting.Counts(total, distinct, facets);
    }

    /** Nobody asks again where there is no more; the server need not keep that moment. */
    private @Nullable SearchCursor next(StatementQuery query, Rows rows, List<Hit<BinaryData>> hits)
            throws IOException {
        String moment = rows.moment();
        if (query.size() > 0 && hits.size() > query.size()) {
            return SearchRequests.behind(query, hits.get(query.size() - 1).sort(), moment);
        }
        if (moment != null) {
            var unused = connection.client().closePointInTime(c -> c.id(moment));
        }
        return null;
    }

    /** Goes on from the hit before, and keeps of each group of copies the one that comes first in the whole search. */
    private List<Hit<BinaryData>> collapsed(Rows rows, StatementQuery query, SearchCursor from) throws IOException {
        int wanted = query.size() + 1;
        List<String> ids = new ArrayList<>();
        List<FieldValue> after = from.sort();
        while (ids.size() < wanted) {
            List<Hit<BinaryData>> step = connection
                    .client()
                    .search(requests.following(rows, query, after, STEP), BinaryData.class)
                    .hits()
                    .hits();
            Map<String, String> copies = new LinkedHashMap<>();
            step.forEach(hit -> copies.put(String.valueOf(hit.id()), copies(hit)));
            Set<String> firsts = firsts(rows, query, copies.values());
            copies.forEach((id, key) -> {
                if (ids.size() < wanted && (key.isEmpty() || firsts.contains(id))) {
                    ids.add(id);
                }
            });
            if (step.size() < STEP) {
                break;
            }
            after = SearchRequests.behind(query, step.get(step.size() - 1).sort(), null)
                    .sort();
        }
        return ids.isEmpty()
                ? List.of()
                : connection
                        .client()
                        .search(requests.hits(rows, query, ids), BinaryData.class)
                        .hits()
                        .hits();
    }

    private Set<String> firsts(Rows rows, StatementQuery query, Iterable<String> copies) throws IOException {
        Set<String> keys = new HashSet<>();
        copies.forEach(keys::add);
        keys.remove("");
        return keys.isEmpty()
                ? Set.of()
                : connection
                        .client()
                        .search(requests.firsts(rows, query, List.copyOf(keys)), BinaryData.class)
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
