package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.SearchResult.Bucket;

/** Statements or documents over time, by month or year, as {@link MonthScale} has it. Each bar narrows the search to its time, or widens it again. */
final class Histogram {

    private Histogram() {}

    /** On the search page. */
    static BarChart of(Unit counted, List<Bucket> byMonth, SearchRequest search) {
        MonthScale scale = MonthScale.of(byMonth.stream().map(Bucket::key).toList());
        List<BarChart.Bar> bars = new ArrayList<>();
        steps(scale, byMonth).forEach((key, count) -> bars.add(bar(key, List.of(count), "", 0, search, counted::page)));
        return chart(counted, scale.unit(), bars);
    }

    /** Of a search that is not carried out. */
    static BarChart none(Unit counted) {
        return chart(counted, "month", List.of());
    }

    private static BarChart chart(Unit counted, String unit, List<BarChart.Bar> bars) {
        return new BarChart(
                "histogram",
                Labels.capital(counted.many()),
                unit,
                List.of(new BarChart.Series(counted.many(), "accent")),
                false,
                "",
                List.copyOf(bars));
    }

    /** Counts for every step of a scale, those of steps with nothing in them too. */
    static Map<String, Long> steps(MonthScale scale, List<Bucket> byMonth) {
        Map<String, Long> steps = new LinkedHashMap<>();
        scale.keys().forEach(key -> steps.put(key, 0L));
        byMonth.forEach(bucket -> scale.step(bucket.key())
                .filter(steps::containsKey)
                .ifPresent(step -> steps.merge(step, bucket.count(), Long::sum)));
        return steps;
    }

    /** @param address the page that shows a search */
    static BarChart.Bar bar(
            String key,
            List<Long> counts,
            String note,
            double blind,
            SearchRequest search,
            Function<SearchRequest, String> address) {
        DateBound bound = DateBound.parse("from", key);
        boolean chosen = bound.equals(search.from()) && bound.equals(search.to());
        SearchRequest narrowed = chosen ? search.between(null, null) : search.between(bound, bound);
        boolean leads = chosen || counts.stream().anyMatch(count -> count > 0);
        return new BarChart.Bar(
                key, MonthScale.label(key), leads ? address.apply(narrowed) : null, chosen, counts, note, blind);
    }
}
