package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.health.CoverageDay;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;

/** The page of one source. */
public record SourceView(SourceHealth source) {

    private static final int CHARTED = 90;

    public String condition() {
        return SourcesView.condition(source.condition());
    }

    /** Its days, the latest first. */
    public List<CoverageDay> latestFirst() {
        List<CoverageDay> days = new ArrayList<>(source.days());
        Collections.reverse(days);
        return days;
    }

    /** New articles by day over the last {@value #CHARTED} days; a day that could not be read is marked. */
    public BarChart chart() {
        List<CoverageDay> days = source.days();
        return new BarChart(
                "coverage",
                "New articles",
                "day",
                List.of(new BarChart.Series("new articles", "accent")),
                false,
                "",
                days.subList(Math.max(0, days.size() - CHARTED), days.size()).stream()
                        .map(SourceView::bar)
                        .toList());
    }

    private static BarChart.Bar bar(CoverageDay day) {
        String note =
                switch (day.kind()) {
                    case NOT_REACHED -> "not reached";
                    case NOT_LOOKED_AT -> "nobody looked";
                    case PUBLISHED, NOTHING_NEW -> "";
                };
        return new BarChart.Bar(
                "", day.day().toString(), null, false, List.of(day.articles()), note, note.isEmpty() ? 0 : 1);
    }

    /** What the day tells, without the date. */
    public static String kind(CoverageDay day) {
        String words = SourcesView.words(day);
        return words.substring(words.indexOf(": ") + 2);
    }

    public static String normal(@Nullable Double normal) {
        return normal == null ? "not known" : String.format(Locale.ENGLISH, normal % 1 == 0 ? "%.0f" : "%.1f", normal);
    }

    /** How attempts at pages ended, one line; empty when none was made. */
    public static String endings(CoverageDay day) {
        return String.join(
                ", ",
                day.out().entrySet().stream()
                        .map(e -> e.getKey().replace(":", ": ") + " " + Labels.number(e.getValue()))
                        .toList());
    }

    public String searchHref() {
        return SearchAddress.page(SearchRequest.everything().toggled(Facet.SOURCE, source.source()));
    }

    public String apiHref() {
        return "/api" + Paths.source(source.source());
    }
}
