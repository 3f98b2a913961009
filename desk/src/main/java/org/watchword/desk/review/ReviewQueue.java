package org.watchword.desk.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.review.Agreement;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.ReviewSummary;

/** What is to be decided next, narrowed as any search is. */
public final class ReviewQueue {

    /** Name of the parameter that chooses a {@link Tab}. */
    public static final String PARAMETER = "queue";

    /** Whoever has decided on the next thousand themselves goes on from page to page. */
    private static final int MOST_READS = 50;

    /** Which queue. */
    public enum Tab {
        /** What nobody has decided on. */
        UNREVIEWED,
        /** What one other has. */
        SECOND,
        /** What reviewers differ about. */
        DISPUTED
    }

    private final StatementIndex index;

    /** @param index as whoever has just decided must see it */
    public ReviewQueue(StatementIndex index) {
        this.index = index;
    }

    /**
     * A page of a queue.
     *
     * @param search what it is narrowed by, without what the tab adds
     * @param total statements in the queue, as the index counts
     * @param statements as many as a page holds, or what there is
     * @param next cursor of the page behind; null when there is none
     */
    public record Page(
            SearchRequest search,
            long total,
            List<StatementRecord> statements,
            @Nullable String next) {}

    /** The tab that a parameter names; that of unreviewed statements when it is not given. */
    public static Tab tab(@Nullable List<String> given) {
        if (given == null || given.isEmpty() || given.get(0).isEmpty()) {
            return Tab.UNREVIEWED;
        }
        return Arrays.stream(Tab.values())
                .filter(tab -> tab.name().toLowerCase(Locale.ROOT).equals(given.get(0)))
                .findFirst()
                .orElseThrow(() -> new BadParameterException("'" + PARAMETER + "' must be one of "
                        + Arrays.stream(Tab.values())
                                .map(tab -> tab.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** The next statements for somebody to decide on, in the order of the search. */
    public Page next(SearchRequest asked, Tab tab, String account) {
        SearchRequest search = asked.with(Facet.REVIEW, List.of())
                .with(Facet.AGREEMENT, List.of())
                .collapsed(false)
                .after(asked.after());
        StatementQuery query = narrowed(search, tab).toQuery();
        List<StatementRecord> found = new ArrayList<>();
        String cursor = asked.after();
        long total = 0;
        for (int reads = 0; reads < MOST_READS; reads++) {
            SearchResult result = index.search(query.paged(query.sort(), search.size(), cursor));
            total = result.total();
            cursor = result.next();
            result.hits().stream()
                    .map(SearchResult.Hit::statement)
                    .filter(statement -> belongs(statement.standing(), tab, account))
                    .forEach(found::add);
            if (cursor == null || !found.isEmpty()) {
                break;
            }
        }
        return new Page(search, total, List.copyOf(found), cursor);
    }

    private static SearchRequest narrowed(SearchRequest search, Tab tab) {
        return switch (tab) {
            case UNREVIEWED -> search.with(Facet.REVIEW, List.of(ReviewState.UNREVIEWED.id()));
            case SECOND -> search.with(Facet.AGREEMENT, List.of(Agreement.SINGLE.id()));
            case DISPUTED -> search.with(Facet.REVIEW, List.of(ReviewState.DISPUTED.id()));
        };
    }

    /** The index is a moment behind what this desk has decided. */
    private static boolean belongs(ReviewSummary standing, Tab tab, String account) {
        return switch (tab) {
            case UNREVIEWED -> !standing.isReviewed();
            case SECOND -> standing.agreement() == Agreement.SINGLE && !standing.heard(account);
            case DISPUTED -> standing.state() == ReviewState.DISPUTED;
        };
    }
}
