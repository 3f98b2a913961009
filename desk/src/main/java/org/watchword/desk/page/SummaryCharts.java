package org.watchword.desk.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.StatementSummary;
import org.watchword.index.StatementSummary.Month;

/** What a search finds over time. Each bar leads to its statements. */
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
        return chart("statements", "Statements", List.of("flagged", "other"), true, step -> {
            long marked = BarChart.at(step, scale, flagged);
            return List.of(marked, BarChart.at(step, scale, all) - marked);
        });
    }

    /** All in one series. */
    BarChart total(String title, String what) {
        Map<String, Long> all = byMonth(Month::total);
        return chart("statements", title, List.of(what), false, step -> List.of(BarChart.at(step, scale, all)));
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
        return chart(
                "families",
                "Marks",
                families.stream().map(CategoryNames::ofFamily).toList(),
                false,
                step -> counts.stream()
                        .map(byMonth -> BarChart.at(step, scale, byMonth))
                        .toList());
    }

    private BarChart chart(
            String id, String title, List<String> kinds, boolean summed, Function<String, List<Long>> counts) {
        return new BarChart(
                id,
                title,
                scale.unit(),
                IntStream.range(0, kinds.size())
                        .mapToObj(i -> BarChart.Series.numbered(i, kinds.get(i)))
                        .toList(),
                summed,
                "",
                scale.keys().stream().map(step -> bar(step, counts.apply(step))).toList());
    }

    private BarChart.Bar bar(String key, List<Long> counts) {
        DateBound bound = DateBound.parse("from", key);
        return new BarChart.Bar(
                "", MonthScale.label(key), SearchAddress.page(search.between(bound, bound)), false, counts, "", 0);
    }

    private Map<String, Long> byMonth(Function<Month, Long> count) {
        return summary.months().stream().collect(Collectors.toMap(Month::month, count, Long::sum));
    }
}
