package org.watchword.desk.page;

import java.util.List;
import java.util.function.Function;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;
import org.watchword.index.StatementSummary;

/**
 * A value that statements have, with the time over which they have it.
 *
 * @param label the value, for people
 * @param count statements that have it
 * @param first day of the earliest
 * @param last day of the latest
 * @param href these statements
 */
public record SpanOfTime(String label, long count, String first, String last, String href) {

    static List<SpanOfTime> of(
            StatementSummary summary, Facet facet, SearchRequest search, Function<String, String> label) {
        return summary.of(facet).stream()
                .map(value -> new SpanOfTime(
                        label.apply(value.value()),
                        value.count(),
                        Labels.day(value.first()),
                        Labels.day(value.last()),
                        SearchAddress.page(search.with(facet, List.of(value.value())))))
                .toList();
    }

    public String number() {
        return Labels.number(count);
    }
}
