package org.watchword.ingest.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ArchiveRef;

/** What the log tells of the archive's records, and of decisions on what was found in them. Reads the log once. */
public final class CustodyRecords {

    private final List<CustodyLog.Line> captures = new ArrayList<>();
    private final List<CustodyLog.Line> days = new ArrayList<>();
    private final List<CustodyLog.Line> analyses = new ArrayList<>();
    private final Map<String, Long> reviews = new HashMap<>();
    private final CustodyLog log;

    /** @throws CustodyException when the log cannot be read */
    public CustodyRecords(CustodyLog log) throws IOException {
        this.log = log;
        log.read(line -> {
            if (line.entry().is(CustodyEvent.CAPTURE)) {
                captures.add(line);
            } else if (line.entry().is(CustodyEvent.DAY)) {
                days.add(line);
            } else if (line.entry().is(CustodyEvent.ANALYSIS)) {
                analyses.add(line);
            } else if (line.entry().is(CustodyEvent.REVIEW)) {
                reviews.putIfAbsent(line.entry().detail("decision"), line.number());
            }
        });
    }

    /** Whether anything was ever entered. */
    public boolean isEmpty() {
        return captures.isEmpty();
    }

    /** The entry that vouches for a record. */
    public Optional<CustodyEntry> of(ArchiveRef ref) {
        return line(ref).map(CustodyLog.Line::entry);
    }

    private Optional<CustodyLog.Line> line(ArchiveRef ref) {
        return captures.stream()
                .filter(line -> CaptureRange.of(line.entry()).contains(ref.file(), ref.offset()))
                .findFirst();
    }

    /** What was done to the bytes an entry vouches for; empty when they are the same. */
    public static Optional<String> difference(CustodyEntry capture, ArchiveFolder archive) throws IOException {
        return CaptureRange.of(capture).difference(archive);
    }

    /**
     * The lines that tell of records and of decisions, as they stand in the log: from the entry of each up to the end of its day, and the
     * entry of the rules that were at work when the first record was entered. The same whenever they are asked for, once these days have
     * ended; before, up to the last of these entries.
     *
     * @param decisions ids of reviews
     * @return empty when the log tells of none of them
     */
    public List<CustodyLog.Line> excerpt(List<ArchiveRef> refs, Collection<String> decisions) throws IOException {
        TreeSet<Long> told = new TreeSet<>();
        refs.forEach(ref -> line(ref).ifPresent(line -> told.add(line.number())));
        OptionalLong rules = told.isEmpty() ? OptionalLong.empty() : before(analyses, told.first());
        decisions.stream().filter(reviews::containsKey).forEach(decision -> told.add(reviews.get(decision)));
        TreeMap<Long, Long> stretches = new TreeMap<>();
        told.forEach(from -> stretches.put(from, endOfDay(from, told.last())));
        rules.ifPresent(number -> stretches.putIfAbsent(number, number));
        List<CustodyLog.Line> lines = new ArrayList<>();
        log.read(line -> {
            if (stretches.headMap(line.number(), true).values().stream().anyMatch(end -> line.number() <= end)) {
                lines.add(line);
            }
        });
        return lines;
    }

    private long endOfDay(long from, long last) {
        return days.stream()
                .mapToLong(CustodyLog.Line::number)
                .filter(number -> number > from)
                .findFirst()
                .orElse(last);
    }

    private static OptionalLong before(List<CustodyLog.Line> lines, long number) {
        return lines.stream()
                .mapToLong(CustodyLog.Line::number)
                .filter(earlier -> earlier < number)
                .max();
    }

    /** The authority's answer for the day that a line ends; empty when there is none. */
    public Optional<byte[]> timestamp(CustodyLog.Line line) throws IOException {
        var file = log.files().timestamp(line.entry().detail("day"));
        return line.entry().is(CustodyEvent.DAY) && java.nio.file.Files.exists(file)
                ? Optional.of(java.nio.file.Files.readAllBytes(file))
                : Optional.empty();
    }
}
