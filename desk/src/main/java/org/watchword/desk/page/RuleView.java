package org.watchword.desk.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.passage.Mark;
import org.watchword.desk.passage.MarkedText;
import org.watchword.desk.passage.Piece;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.review.Precision;
import org.watchword.desk.rule.GroupNames;
import org.watchword.desk.rule.RuleCard;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementSummary;

/**
 * The page of one rule.
 *
 * @param id as flags carry it
 * @param rule what it says; null when this desk has it no longer
 * @param summary of the statements it marked
 * @param statements over time
 * @param latest the newest of them
 * @param precision how often it was right, of what was reviewed
 * @param targets the groups it was found to be about
 */
public record RuleView(
        String id,
        @Nullable RuleCard rule,
        StatementSummary summary,
        BarChart statements,
        List<HitView> latest,
        Precision precision,
        List<SpanOfTime> targets) {

    static final Set<Facet> FACETS =
            EnumSet.of(Facet.STATUS, Facet.TARGET, Facet.SPEAKER, Facet.OUTLET, Facet.LANGUAGE);

    static SearchRequest search(String id) {
        return SearchRequest.everything().with(Facet.RULE, List.of(id));
    }

    static RuleView of(
            String id,
            @Nullable RuleCard rule,
            StatementSummary summary,
            List<SearchResult.Hit> newest,
            Precision precision,
            GroupNames groups) {
        return new RuleView(
                id,
                rule,
                summary,
                new SummaryCharts(summary, search(id)).total("Statements with a flag of this rule", "statements"),
                newest.stream().map(HitView::of).toList(),
                precision,
                SpanOfTime.of(summary, Facet.TARGET, search(id), groups::of));
    }

    /** An example, with the words it is about marked when only some of them are. */
    public static List<Piece> pieces(RuleCard.Example example) {
        MarkedText text = new MarkedText(example.text());
        return (example.span().length() < example.text().length() ? text.mark(Mark.FLAGGED, example.span()) : text)
                .pieces();
    }

    public String category() {
        return rule == null ? "" : CategoryNames.fullName(rule.category());
    }

    public List<SpanOfTime> speakers() {
        return spans(Facet.SPEAKER);
    }

    public List<SpanOfTime> outlets() {
        return spans(Facet.OUTLET);
    }

    private List<SpanOfTime> spans(Facet facet) {
        return SpanOfTime.of(summary, facet, search(id), value -> value);
    }

    /** Whether somebody has decided on a statement it had flagged. */
    public boolean isReviewed() {
        return precision.right() + precision.wrong() + precision.open() > 0;
    }

    /** What of it nobody has decided on yet. */
    public String reviewHref() {
        return SearchAddress.at("/review", search(id).with(Facet.STATUS, List.of("flagged")));
    }

    public String searchHref() {
        return SearchAddress.page(search(id));
    }

    public String apiHref() {
        return "/api" + Paths.rule(id);
    }
}
