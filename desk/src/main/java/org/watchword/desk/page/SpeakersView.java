package org.watchword.desk.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.watchword.desk.request.SearchRequest;
import org.watchword.index.Facet;
import org.watchword.index.StatementSummary;

/**
 * The page of speakers.
 *
 * @param asked words of the name looked for; empty for any
 * @param speakers who has the most statements, with their pages
 * @param more whether there may be others, besides those told
 */
public record SpeakersView(String asked, List<SpanOfTime> speakers, boolean more) {

    /** A query for speakers whose name has all these words, or words that begin so. */
    static String query(String asked) {
        return Arrays.stream(asked.split("[^\\p{L}\\p{M}\\p{N}'’]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "(speaker:" + word + " OR speaker:" + word + "*)")
                .collect(Collectors.joining(" "));
    }

    static SpeakersView of(String asked, StatementSummary summary) {
        List<SpanOfTime> speakers =
                SpanOfTime.of(summary, Facet.SPEAKER, SearchRequest.everything(), name -> name).stream()
                        .map(span -> new SpanOfTime(
                                span.label(), span.count(), span.first(), span.last(), Paths.speaker(span.label())))
                        .toList();
        return new SpeakersView(asked, speakers, speakers.size() >= StatementSummary.MOST_VALUES);
    }
}
