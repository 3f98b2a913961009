package org.watchword.desk.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.watchword.desk.HealthSource;
import org.watchword.desk.health.SourceHealth;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.Facet;
import org.watchword.index.SearchResult;
import org.watchword.index.SearchResult.Bucket;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.model.FlagStatus;

/** Gathers the timeline of a search. */
final class Timelines {

    private static final List<String> FLAGGED = List.of(FlagStatus.FLAGGED.id());
    private static final List<String> MARKED =
            Arrays.stream(FlagStatus.values()).map(FlagStatus::id).toList();

    private final StatementIndex index;
    private final HealthSource health;
    private final GroupNames groups;

    Timelines(StatementIndex index, HealthSource health, GroupNames groups) {
        this.index = index;
        this.health = health;
        this.groups = groups;
    }

    TimelineView of(SearchRequest search) {
        StatementQuery asked = search.sortedBy(StatementQuery.Sort.OLDEST)
                .after(search.after())
                .toQuery();
        SearchResult result = index.search(asked);
        List<String> sources = search.values(Facet.SOURCE);
        List<SourceHealth> read = health.sources().stream()
                .filter(source -> sources.isEmpty() || sources.contains(source.source()))
                .toList();
        String next = result.next();
        return new TimelineView(
                search,
                words(search),
                result.total(),
                result.distinct(),
                TimelineChart.of(search, months(result), of(search, FLAGGED), of(search, MARKED), read),
                result.hits().stream().map(HitView::of).toList(),
                Chip.of(search, SearchAddress::timeline, groups),
                next == null ? null : SearchAddress.timeline(search.after(next)),
                command(search));
    }

    /** By month, those of these statuses that the search does not leave out itself. */
    private List<Bucket> of(SearchRequest search, List<String> statuses) {
        List<String> wanted = search.values(Facet.STATUS);
        List<String> both = wanted.isEmpty()
                ? statuses
                : statuses.stream().filter(wanted::contains).toList();
        return both.isEmpty()
                ? List.of()
                : months(index.search(
                        search.with(Facet.STATUS, both).toQuery().paged(StatementQuery.Sort.DATE, 0, null)));
    }

    private static List<Bucket> months(SearchResult result) {
        return result.facets().getOrDefault("date", List.of());
    }

    private String words(SearchRequest search) {
        List<String> words = new ArrayList<>();
        if (!search.text().isEmpty()) {
            words.add("“" + search.text() + "”");
        }
        Chip.of(search, SearchAddress::timeline, groups)
                .forEach(chip -> words.add(chip.kind().toLowerCase(Locale.ROOT) + " " + chip.label()));
        return words.isEmpty() ? "Every statement" : String.join(", ", words);
    }

    /** As {@code watchword timeline} takes it; a query that begins like an option comes last, behind its end. */
    private static String command(SearchRequest search) {
        StringBuilder command = new StringBuilder("./watchword timeline");
        for (Facet facet : Facet.values()) {
            List<String> values = search.values(facet);
            if (!values.isEmpty()) {
                String list = String.join(
                        ",",
                        values.stream()
                                .map(v -> v.replace("\\", "\\\\").replace(",", "\\,"))
                                .toList());
                command.append(" --").append(facet.parameter()).append(' ').append(quoted(list));
            }
        }
        DateBound from = search.from();
        if (from != null) {
            command.append(" --since ").append(quoted(from.written()));
        }
        DateBound to = search.to();
        if (to != null) {
            command.append(" --until ").append(quoted(to.written()));
        }
        if (search.collapse()) {
            command.append(" --collapse");
        }
        command.append(" --format html --output timeline.html");
        if (!search.text().isEmpty()) {
            command.append(" -- ").append(quoted(search.text()));
        }
        return command.toString();
    }

    /** For a POSIX shell: nothing within quotation marks means anything to it. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._:/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
