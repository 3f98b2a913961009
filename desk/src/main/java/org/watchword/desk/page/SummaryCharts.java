package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.StatementSummary;
import org.watchword.index.StatementSummary.Month;

/** Draws what a search finds over time. Each bar leads to its statements. */
final class SummaryCharts {

    private final StatementSummary summary;
    private final SearchRequest search;
    private final MonthScale scale;

    SummaryCharts(StatementSummary summary, SearchRequest search) {
        this.summary = summary;
        this.search = search;
        this.scale = MonthScale.of(summary.months().stream().map(Month::month).toList());
    }

    /** Those flagged, and the others. */
    BarChart statements() {
        Map<String, Long> flagged = byMonth(month -> month.statuses().getOrDefault("flagged", 0L));
        Map<String, Long> all = byMonth(Month::total);
        List<BarChart.Step> steps = new ArrayList<>();
        for (String step : scale.keys()) {
            long marked = BarChart.at(step, scale, flagged);
            steps.add(step(step, marked, BarChart.at(step, scale, all) - marked));
        }
        return BarChart.of("statements", "Statements", scale.unit(), List.of("flagged", "other"), steps);
    }

    /** All in one series. */
    BarChart total(String title, String what) {
        Map<String, Long> all = byMonth(Month::total);
        return BarChart.of(
                "statements",
                title,
                scale.unit(),
                List.of(what),
                scale.keys().stream()
                        .map(step -> step(step, BarChart.at(step, scale, all)))
                        .toList());
    }

    /** By family of categories; a statement with two kinds of flags counts in each. */
    BarChart families() {
        List<String> families = summary.months().stream()
                .flatMap(month -> month.families().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Map<String, Long>> counts = families.stream()
                .map(family -> byMonth(month -> month.families().getOrDefault(family, 0L)))
                .toList();
        return BarChart.of(
                "families",
                "Marks",
                scale.unit(),
                families.stream().map(CategoryNames::ofFamily).toList(),
                scale.keys().stream()
                        .map(step -> step(
                                step,
                                counts.stream()
                                        .mapToLong(byMonth -> BarChart.at(step, scale, byMonth))
                                        .toArray()))
                        .toList());
    }

    private BarChart.Step step(String key, long... counts) {
        DateBound bound = DateBound.parse("from", key);
        return new BarChart.Step(MonthScale.label(key), SearchAddress.page(search.between(bound, bound)), "", counts);
    }

    private Map<String, Long> byMonth(Function<Month, Long> count) {
        return summary.months().stream().collect(Collectors.toMap(Month::month, count, Long::sum));
    }
}
