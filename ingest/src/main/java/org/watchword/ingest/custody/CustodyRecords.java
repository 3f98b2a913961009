package org.watchword.ingest.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ArchiveRef;

/** What the log tells of the archive's records. Reads the log once. */
public final class CustodyRecords {

    private final List<CustodyLog.Line> captures = new ArrayList<>();
    private final List<CustodyLog.Line> days = new ArrayList<>();
    private final CustodyLog log;

    /** @throws CustodyException when the log cannot be read */
    public CustodyRecords(CustodyLog log) throws IOException {
        this.log = log;
        log.read(line -> {
            if (line.entry().is(CustodyEvent.CAPTURE)) {
                captures.add(line);
            } else if (line.entry().is(CustodyEvent.DAY)) {
                days.add(line);
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
     * The lines from the entries of records up to the end of the day of the last, as they stand in the log: the same whenever they are asked
     * for, once that day has ended; before, up to the last of these entries.
     *
     * @return empty when the log tells of none of them
     */
    public List<CustodyLog.Line> excerpt(List<ArchiveRef> refs) throws IOException {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (ArchiveRef ref : refs) {
            Optional<CustodyLog.Line> line = line(ref);
            if (line.isPresent()) {
                first = Math.min(first, line.get().number());
                last = Math.max(last, line.get().number());
            }
        }
        long behind = last;
        long end = days.stream()
                .mapToLong(CustodyLog.Line::number)
                .filter(number -> number > behind)
                .findFirst()
                .orElse(last);
        long from = first;
        List<CustodyLog.Line> lines = new ArrayList<>();
        log.read(line -> {
            if (line.number() >= from && line.number() <= end) {
                lines.add(line);
            }
        });
        return lines;
    }

    /** The authority's answer for the day that a line ends; empty when there is none. */
    public Optional<byte[]> timestamp(CustodyLog.Line line) throws IOException {
        var file = log.files().timestamp(line.entry().detail("day"));
        return line.entry().is(CustodyEvent.DAY) && java.nio.file.Files.exists(file)
                ? Optional.of(java.nio.file.Files.readAllBytes(file))
                : Optional.empty();
    }
}
