package org.watchword.desk.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Passage;
import org.watchword.desk.passage.Piece;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.review.ReviewQueue;
import org.watchword.desk.rule.RuleSource;
import org.watchword.index.StatementRecord;

/**
 * The queue of statements to decide on.
 *
 * @param search what the queue is narrowed by
 * @param tab which queue
 * @param total statements in it, as the index counts
 * @param cards the next of them
 * @param next the page behind these; null when there is none
 */
public record QueueView(
        SearchRequest search,
        ReviewQueue.Tab tab,
        long total,
        List<Card> cards,
        @Nullable String next) {

    /**
     * One statement.
     *
     * @param position among those on the page, from 1
     * @param pieces its words, with flags and targets marked
     * @param passage the text around it; null when that version of the page is not at hand
     * @param flags each explained
     * @param basedOn id of the newest decision on it; empty when there is none
     */
    public record Card(
            int position,
            StatementRecord statement,
            List<Piece> pieces,
            @Nullable Passage passage,
            List<FlagView> flags,
            String basedOn) {

        static Card of(int position, StatementRecord statement, @Nullable Passage passage, RuleSource rules) {
            String latest = statement.standing().latest();
            return new Card(
                    position,
                    statement,
                    new MarkedText(statement.text())
                            .markFlags(statement.flags(), statement.start())
                            .pieces(),
                    passage,
                    statement.flags().stream()
                            .map(flag -> FlagView.of(flag, statement, rules))
                            .toList(),
                    latest == null ? "" : latest);
        }

        public String href() {
            return Paths.statement(statement.id());
        }

        public String action() {
            return href() + "/review";
        }

        /** The call that does the same without a page. */
        public String api() {
            return "/api" + href() + "/reviews";
        }

        public String voice() {
            return VoiceName.of(statement);
        }

        public String office() {
            return VoiceName.office(statement);
        }

        public String date() {
            return Labels.date(statement);
        }

        public String isoDate() {
            return Labels.isoDate(statement);
        }
    }

    /** The queues to choose from. */
    public List<FacetView.Option> tabs() {
        return Arrays.stream(ReviewQueue.Tab.values())
                .map(other -> new FacetView.Option(
                        label(other),
                        other == tab ? Labels.number(total) : "",
                        other == tab,
                        href(search.after(null), other)))
                .toList();
    }

    /** This queue from its beginning. */
    public String again() {
        return href(search.after(null), tab);
    }

    /** This page, to come back to. */
    public String here() {
        return href(search, tab);
    }

    /** The search that shows the same. */
    public String searchHref() {
        return SearchAddress.page(search.after(null));
    }

    public boolean isNarrowed() {
        return search.isFiltered() || !search.text().isEmpty();
    }

    static String label(ReviewQueue.Tab tab) {
        return switch (tab) {
            case UNREVIEWED -> "Not reviewed";
            case SECOND -> "For a second reviewer";
            case DISPUTED -> "Disputed";
        };
    }

    static String href(SearchRequest search, ReviewQueue.Tab tab) {
        String address = SearchAddress.at("/review", search);
        return tab == ReviewQueue.Tab.UNREVIEWED
                ? address
                : address
                        + (address.indexOf('?') < 0 ? '?' : '&')
                        + ReviewQueue.PARAMETER
                        + '='
                        + tab.name().toLowerCase(Locale.ROOT);
    }
}
