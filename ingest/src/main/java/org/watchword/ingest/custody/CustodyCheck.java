package org.watchword.ingest.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ContentHash;

/**
 * Reads a custody log to its end and says what was done to it: a line changed, taken out, moved, put in, or cut off at the end; and what was
 * done to the archive since.
 */
public final class CustodyCheck {

    private final CustodyLog log;
    private final ArchiveFolder archive;
    private final TimestampCheck timestamps;

    /** @param timestamps checks the answers of timestamp authorities */
    public CustodyCheck(CustodyLog log, ArchiveFolder archive, TimestampCheck timestamps) {
        this.log = log;
        this.archive = archive;
        this.timestamps = timestamps;
    }

    /**
     * What was found.
     *
     * @param entries lines read
     * @param head digest of the last; 64 zeros when there is none
     * @param captures archive bytes the log vouches for, all digests recomputed
     * @param days days whose end stands in the log
     * @param stamped of these, days an authority has put its time under, each verified
     * @param problems in the order of the lines; empty when everything holds
     * @param notes what could not be checked, and why
     */
    public record Result(
            long entries,
            String head,
            long captures,
            long days,
            long stamped,
            List<String> problems,
            List<String> notes) {}

    /**
     * Checks everything.
     *
     * @param known a head noted elsewhere earlier, which the log must still contain; empty for none
     */
    public Result check(String known) throws IOException {
        Walk walk = new Walk();
        try {
            log.read(walk::line);
        } catch (CustodyException e) {
            walk.problems.add(String.valueOf(e.getMessage()) + "; what follows was not looked at");
        }
        walk.end();
        if (!known.isEmpty() && !walk.heads.contains(known)) {
            walk.problems.add("no line has the digest " + known
                    + ": the log was cut off before it, or written anew since that was noted");
        }
        return new Result(walk.entries, walk.prev, walk.captures, walk.days, walk.stamped, walk.problems, walk.notes);
    }

    private final class Walk {

        private final List<String> problems = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final java.util.Set<String> heads = new java.util.HashSet<>();
        private final java.util.Map<String, String> dayHeads = new java.util.HashMap<>();
        private long entries;
        private long seq;
        private long captures;
        private long days;
        private long stamped;
        private String prev = CustodyEntry.NOTHING_BEFORE;

        private void line(CustodyLog.Line line) throws IOException {
            CustodyEntry entry = line.entry();
            String place = log.file() + ":" + line.number() + ": ";
            chain(place, entry);
            if (!line.complete()) {
                problems.add(place + "no line feed ends it: it was cut off");
            }
            entries++;
            seq = entry.seq();
            prev = line.sha256();
            heads.add(prev);
            if (entry.is(CustodyEvent.CAPTURE)) {
                capture(place, entry);
            } else if (entry.is(CustodyEvent.DAY)) {
                days++;
                dayHeads.put(entry.detail("day"), prev);
            } else if (entry.is(CustodyEvent.TIMESTAMP)) {
                timestamp(place, entry);
            } else if (entry.is(CustodyEvent.BROKEN)) {
                problems.add(place + "on " + entry.at() + " the log ended with " + entry.detail("found") + " where "
                        + entry.detail("expected") + " had been written");
            }
        }

        private void chain(String place, CustodyEntry entry) {
            if (entry.seq() > seq + 1) {
                problems.add(place + "entries " + (seq + 1) + " to " + (entry.seq() - 1) + " are missing before it");
            } else if (entry.seq() <= seq) {
                problems.add(place + "entry " + entry.seq() + " stands behind entry " + seq
                        + ": lines were moved or put in");
            } else if (!entry.prev().equals(prev)) {
                problems.add(place + "it names " + entry.prev() + " as the digest of the line before, which has " + prev
                        + ": that line was changed");
            }
        }

        private void capture(String place, CustodyEntry entry) throws IOException {
            captures++;
            CaptureRange range = CaptureRange.of(entry);
            range.difference(archive).ifPresent(what -> problems.add(place + what));
        }

        private void timestamp(String place, CustodyEntry entry) throws IOException {
            String day = entry.detail("day");
            Path file = log.files().timestamp(day);
            String head = dayHeads.get(day);
            if (head == null) {
                problems.add(place + "it is of the day " + day + ", whose end is not in the log");
                return;
            }
            if (!Files.exists(file)) {
                problems.add(place + "the authority's answer is gone: " + file);
                return;
            }
            byte[] answer = Files.readAllBytes(file);
            if (!ContentHash.sha256Hex(answer).equals(entry.detail("sha256"))) {
                problems.add(place + file + " was changed: its digest is not the one in the log");
                return;
            }
            TimestampCheck.Finding finding = timestamps.check(answer, head);
            stamped++;
            if (!finding.genuine()) {
                problems.add(place + file + ": " + finding.words());
            } else if (!finding.trusted()) {
                notes.add(place + finding.words());
            }
        }

        private void end() throws IOException {
            Optional<CustodyFiles.Head> head = log.files().readHead();
            if (head.isEmpty()) {
                if (entries > 0) {
                    problems.add(log.files().head() + " is missing: whether the log was cut off cannot be told by it");
                }
            } else if (head.get().entries() > seq) {
                problems.add(log.file() + ": entries " + (seq + 1) + " to "
                        + head.get().entries() + " are missing at the end");
            } else if (!heads.contains(head.get().sha256())) {
                problems.add(log.file() + ": the last line has " + prev + ", and "
                        + head.get().sha256() + " had been written: that line was changed");
            }
        }
    }
}
