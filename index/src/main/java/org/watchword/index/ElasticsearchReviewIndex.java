package org.watchword.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.BinaryData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.watchword.model.review.ReviewFold;
import org.watchword.model.review.ReviewFold.Outcome;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.Verdict;

/** Decisions in Elasticsearch. Before the first was indexed, there are none. */
public final class ElasticsearchReviewIndex implements ReviewIndex {

    private static final int MOST = 10_000;
    private static final List<String> WHAT = List.of("rules", "categories");

    private final ElasticsearchConnection connection;
    private final Answers server;

    /** @param connection the server; closed by whoever opened it */
    public ElasticsearchReviewIndex(ElasticsearchConnection connection) {
        this.connection = connection;
        this.server = new Answers(connection);
    }

    @Override
    public Optional<ReviewFold> decisions(String subject) {
        String alias = connection.names().reviews();
        return server.ask(() -> Answers.source(
                        connection.client().get(g -> g.index(alias).id(subject), BinaryData.class)))
                .map(ReviewRows::fold);
    }

    @Override
    public ReviewTotals totals() {
        String alias = connection.names().reviews();
        return server.ask(() -> totals(connection
                        .client()
                        .search(
                                r -> {
                                    r.index(alias)
                                            .size(0)
                                            .aggregations("state", a -> a.terms(t -> t.field("state")))
                                            .aggregations(
                                                    "pairs",
                                                    a -> a.terms(t ->
                                                            t.field("pairs").size(MOST)))
                                            .aggregations(
                                                    "crossed",
                                                    a -> a.filter(f -> f.term(t ->
                                                            t.field("crossed").value(true))));
                                    for (String what : WHAT) {
                                        for (Outcome outcome : Outcome.values()) {
                                            String field = ReviewRows.field(what, outcome);
                                            r.aggregations(
                                                    field,
                                                    a -> a.terms(
                                                            t -> t.field(field).size(MOST)));
                                        }
                                    }
                                    return r;
                                },
                                BinaryData.class)))
                .orElseGet(() -> new ReviewTotals(Map.of(), List.of(), List.of(), List.of(), 0));
    }

    private static ReviewTotals totals(SearchResponse<BinaryData> response) {
        Map<String, Aggregate> all = response.aggregations();
        Map<ReviewState, Long> states = new EnumMap<>(ReviewState.class);
        Map<String, Long> counted = counts(all, "state");
        for (ReviewState state : ReviewState.values()) {
            if (counted.containsKey(state.id())) {
                states.put(state, counted.get(state.id()));
            }
        }
        return new ReviewTotals(
                states,
                outcomes(all, "rules"),
                outcomes(all, "categories"),
                pairs(counts(all, "pairs")),
                Answers.named(all, "crossed").filter().docCount());
    }

    private static List<ReviewTotals.Outcomes> outcomes(Map<String, Aggregate> all, String what) {
        Map<String, Long> right = counts(all, ReviewRows.field(what, Outcome.RIGHT));
        Map<String, Long> wrong = counts(all, ReviewRows.field(what, Outcome.WRONG));
        Map<String, Long> open = counts(all, ReviewRows.field(what, Outcome.OPEN));
        TreeSet<String> keys = new TreeSet<>(right.keySet());
        keys.addAll(wrong.keySet());
        keys.addAll(open.keySet());
        return keys.stream()
                .map(key -> new ReviewTotals.Outcomes(
                        key, right.getOrDefault(key, 0L), wrong.getOrDefault(key, 0L), open.getOrDefault(key, 0L)))
                .toList();
    }

    private static List<ReviewTotals.Pair> pairs(Map<String, Long> counts) {
        List<ReviewTotals.Pair> pairs = new ArrayList<>();
        counts.forEach((key, count) -> {
            String[] parts = key.split(String.valueOf(ReviewRows.SEPARATOR), -1);
            if (parts.length == 4) {
                pairs.add(new ReviewTotals.Pair(
                        parts[0],
                        parts[1],
                        Verdict.find(parts[2]).orElseThrow(),
                        Verdict.find(parts[3]).orElseThrow(),
                        count));
            }
        });
        return pairs;
    }

    private static Map<String, Long> counts(Map<String, Aggregate> all, String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Answers.named(all, name)
                .sterms()
                .buckets()
                .array()
                .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
        return counts;
    }
}
