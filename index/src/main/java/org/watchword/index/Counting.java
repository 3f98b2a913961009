package org.watchword.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.model.review.ReviewState;

/**
 * A request that counts, and what is to be taken off its counts. The server counts everything there is by its own statistics, without looking
 * at a row; so where nothing narrows a search, all rows are counted, and those few that are not to be found apart.
 *
 * @param counted what is counted
 * @param off rows that are not to be counted after all, for which copies cannot be told apart; null when there can be none
 */
record Counting(SearchRequest counted, @Nullable SearchRequest off) {

    /** Values asked for beyond those shown: so many may fall behind when others are taken off. */
    static final int SPARE = 20;

    /** Both requests, as far as there are two. */
    List<SearchRequest> requests() {
        SearchRequest second = off;
        return second == null ? List.of(counted) : List.of(counted, second);
    }

    /**
     * What was counted.
     *
     * @param total rows
     * @param distinct rows without their copies; null when that was not asked for, or could not be told
     * @param facets counts by facet
     */
    record Counts(long total, @Nullable Long distinct, Map<String, List<SearchResult.Bucket>> facets) {

        Counts withDistinct(long exactly) {
            return new Counts(total, exactly, facets);
        }
    }

    /** @param answers to {@link #requests}, in order */
    static Counts read(List<? extends ResponseBody<?>> answers) {
        Counts counts = read(answers.get(0));
        return without(counts, answers.size() == 1 ? new Counts(0, null, Map.of()) : read(answers.get(1)));
    }

    private static Counts read(ResponseBody<?> answer) {
        var all = answer.hits().total();
        long total = all == null ? 0 : all.value();
        Map<String, List<SearchResult.Bucket>> facets = new HashMap<>();
        answer.aggregations().forEach((name, aggregate) -> {
            if (!name.equals(SearchRequests.DISTINCT)) {
                facets.put(name, buckets(aggregate));
            }
        });
        facets.computeIfPresent(Facet.REVIEW.parameter(), (name, told) -> withUnreviewed(told, total));
        return new Counts(total, distinct(answer), facets);
    }

    private static @Nullable Long distinct(ResponseBody<?> answer) {
        Aggregate distinct = answer.aggregations().get(SearchRequests.DISTINCT);
        return distinct == null ? null : (Long) distinct.cardinality().value();
    }

    /** A row on which nobody has decided tells nothing of it. */
    private static List<SearchResult.Bucket> withUnreviewed(List<SearchResult.Bucket> told, long total) {
        long rest = total - told.stream().mapToLong(SearchResult.Bucket::count).sum();
        List<SearchResult.Bucket> all = new ArrayList<>(told);
        all.add(new SearchResult.Bucket(ReviewState.UNREVIEWED.id(), rest));
        return byCount(all);
    }

    private static Counts without(Counts counts, Counts off) {
        Map<String, List<SearchResult.Bucket>> facets = new HashMap<>();
        counts.facets.forEach((name, buckets) -> {
            Map<String, Long> less = new HashMap<>();
            off.facets.getOrDefault(name, List.of()).forEach(bucket -> less.put(bucket.key(), bucket.count()));
            List<SearchResult.Bucket> left = buckets.stream()
                    .map(bucket ->
                            new SearchResult.Bucket(bucket.key(), bucket.count() - less.getOrDefault(bucket.key(), 0L)))
                    .toList();
            facets.put(name, name.equals(SearchRequests.DATE) ? positive(left) : byCount(left));
        });
        return new Counts(counts.total - off.total, off.total > 0 ? null : counts.distinct, facets);
    }

    /** As the server orders them: the most frequent first, those of one count by name. */
    private static List<SearchResult.Bucket> byCount(List<SearchResult.Bucket> buckets) {
        return positive(buckets).stream()
                .sorted(Comparator.comparingLong(SearchResult.Bucket::count)
                        .reversed()
                        .thenComparing(SearchResult.Bucket::key))
                .limit(SearchResult.MOST_VALUES)
                .toList();
    }

    private static List<SearchResult.Bucket> positive(List<SearchResult.Bucket> buckets) {
        return buckets.stream().filter(bucket -> bucket.count() > 0).toList();
    }

    private static List<SearchResult.Bucket> buckets(Aggregate values) {
        List<SearchResult.Bucket> buckets = new ArrayList<>();
        if (values.isSterms()) {
            values.sterms()
                    .buckets()
                    .array()
                    .forEach(b -> buckets.add(new SearchResult.Bucket(b.key().stringValue(), b.docCount())));
        } else if (values.isDateHistogram()) {
            values.dateHistogram()
                    .buckets()
                    .array()
                    .forEach(b -> buckets.add(new SearchResult.Bucket(
                            b.keyAsString() == null ? Long.toString(b.key()) : b.keyAsString(), b.docCount())));
        }
        return buckets;
    }
}
