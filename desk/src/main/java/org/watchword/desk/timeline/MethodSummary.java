package org.watchword.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.watchword.desk.health.CoverageDay;
import org.watchword.desk.health.DayKind;
import org.watchword.desk.health.SourceHealth;
import org.watchword.index.StatementQuery;
import org.watchword.model.Flag;

/** Counts rows as they pass. What it keeps grows with the number of sources, outlets and packs, not with that of rows. */
final class MethodSummary {

    private static final List<String> CAVEATS = List.of(
            "A category is an indicator for a human reader, never a finding of law. 'context' means that a guard (negation,"
                    + " condemnation, literal sense, report of another's words) took the flag back; the reason is given.",
            "Dates are what pages say of themselves or, where they are silent, the time of capture.",
            "A day that is not 'published' or 'nothing-new' was not read: silence on it is not absence.",
            "Statements that a later version of their page repeats are given once, as they stand there; those that vanished are kept.");

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final TreeMap<String, Long> sources = new TreeMap<>();
    private final TreeMap<String, TreeSet<String>> outlets = new TreeMap<>();
    private final TreeMap<String, Long> packs = new TreeMap<>();
    private String first = "";
    private String last = "";
    private long rows;
    private long copies;

    MethodSummary() {
        List.of("flagged", "context", "unflagged").forEach(status -> counts.put(status, 0L));
    }

    void row(TimelineRow row) {
        rows++;
        copies += row.copies() - 1;
        counts.merge(row.status(), 1L, Long::sum);
        String source = row.statement().source();
        sources.merge(source, 1L, Long::sum);
        outlets.computeIfAbsent(source, key -> new TreeSet<>())
                .add(WellFormed.text(row.statement().outlet()));
        row.statement().flags().stream().map(Flag::pack).forEach(pack -> packs.merge(pack, 1L, Long::sum));
        first = first.isEmpty() ? row.date().toString() : first;
        last = row.date().toString();
    }

    MethodNote note(TimelineRequest request, long found, List<SourceHealth> coverage) {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("found", found);
        told.put("exported", rows);
        told.putAll(counts);
        told.put("copies", copies);
        return new MethodNote(
                request.title(),
                request.program(),
                request.asked(),
                "by date of publication (of capture where it is not known), then by id",
                told,
                first,
                last,
                notes(request.query(), coverage),
                packs,
                request.models(),
                columns(request.columns()),
                CAVEATS);
    }

    private static Map<String, String> columns(List<Column> columns) {
        Map<String, String> meanings = new LinkedHashMap<>();
        columns.forEach(column -> meanings.put(column.id(), column.meaning()));
        return meanings;
    }

    /** Also of sources without a row: that they were read is what makes their silence tell something. */
    private List<MethodNote.SourceNote> notes(StatementQuery query, List<SourceHealth> coverage) {
        TreeMap<String, SortedMap<String, String>> days = new TreeMap<>();
        coverage.forEach(health -> days.put(health.source(), days(health, query)));
        TreeSet<String> ids = new TreeSet<>(sources.keySet());
        ids.addAll(days.keySet());
        List<MethodNote.SourceNote> notes = new ArrayList<>();
        for (String id : ids) {
            notes.add(new MethodNote.SourceNote(
                    id,
                    List.copyOf(outlets.getOrDefault(id, new TreeSet<>())),
                    sources.getOrDefault(id, 0L),
                    days.getOrDefault(id, new TreeMap<>())));
        }
        return notes;
    }

    private static SortedMap<String, String> days(SourceHealth health, StatementQuery query) {
        LocalDate from = query.from() == null ? LocalDate.MIN : LocalDate.ofInstant(query.from(), ZoneOffset.UTC);
        LocalDate to = query.to() == null
                ? LocalDate.MAX
                : LocalDate.ofInstant(query.to().minusNanos(1), ZoneOffset.UTC);
        SortedMap<String, String> days = new TreeMap<>();
        for (CoverageDay day : health.days()) {
            if (!day.day().isBefore(from) && !day.day().isAfter(to)) {
                days.put(day.day().toString(), word(day.kind()));
            }
        }
        return days;
    }

    private static String word(DayKind kind) {
        return switch (kind) {
            case PUBLISHED -> "published";
            case NOTHING_NEW -> "nothing-new";
            case NOT_REACHED -> "not-reached";
            case NOT_LOOKED_AT -> "not-looked-at";
        };
    }
}
