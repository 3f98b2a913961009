package org.watchword.desk.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementSummary;

/**
 * The page of one speaker: what is on record under a name.
 *
 * @param name in full, as the index has it
 * @param summary of all statements
 * @param latest the newest of them
 * @param statements over time
 * @param families over time
 * @param targets the groups the speaker has spoken of, in flagged statements and others
 */
public record SpeakerView(
        String name,
        StatementSummary summary,
        List<HitView> latest,
        BarChart statements,
        BarChart families,
        List<SpanOfTime> targets) {

    static final Set<Facet> FACETS =
            EnumSet.of(Facet.OFFICE, Facet.COUNTRY, Facet.CATEGORY, Facet.STATUS, Facet.TARGET, Facet.OUTLET);

    static SearchRequest search(String name) {
        return SearchRequest.everything().with(Facet.SPEAKER, List.of(name));
    }

    static SpeakerView of(String name, StatementSummary summary, List<SearchResult.Hit> newest, GroupNames groups) {
        SummaryCharts charts = new SummaryCharts(summary, search(name));
        return new SpeakerView(
                name,
                summary,
                newest.stream().map(HitView::of).toList(),
                charts.statements(),
                charts.families(),
                SpanOfTime.of(summary, Facet.TARGET, search(name), groups::of));
    }

    /** {@code 12 statements in 3 outlets, 4 May 2030 to 17 May 2031; 5 flagged, 2 in context}. */
    public String line() {
        var first = summary.first();
        var last = summary.last();
        long flagged = summary.count(Facet.STATUS, "flagged");
        long context = summary.count(Facet.STATUS, "context");
        return Labels.count(summary.total(), "statement", "statements") + " in "
                + Labels.count(summary.outlets(), "outlet", "outlets")
                + (first == null || last == null ? "" : ", " + Labels.day(first) + " to " + Labels.day(last))
                + "; " + Labels.number(flagged) + " flagged, " + Labels.number(context) + " with a flag in context";
    }

    /** What texts said the speaker was, and when. */
    public List<SpanOfTime> offices() {
        return spans(Facet.OFFICE);
    }

    public List<SpanOfTime> countries() {
        return spans(Facet.COUNTRY);
    }

    public List<SpanOfTime> outlets() {
        return spans(Facet.OUTLET);
    }

    public List<SpanOfTime> categories() {
        return SpanOfTime.of(summary, Facet.CATEGORY, search(name), CategoryNames::ofValue);
    }

    private List<SpanOfTime> spans(Facet facet) {
        return SpanOfTime.of(summary, facet, search(name), value -> value);
    }

    public String searchHref() {
        return SearchAddress.page(search(name));
    }

    public String flaggedHref() {
        return SearchAddress.page(search(name).with(Facet.STATUS, List.of("flagged")));
    }

    public String apiHref() {
        return SearchAddress.summary(search(name));
    }
}
