package org.watchword.ingest.evidence;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.archive.CaptureRecords;
import org.watchword.ingest.archive.HttpBlock;
import org.watchword.ingest.archive.RecordMember;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/** What the archive's records show of a document: that they are whole, what they hold, and what they tell of the capture. */
final class CaptureChecks {

    private final Document document;
    private final ArchiveRef ref;
    private final List<Check> checks = new ArrayList<>();

    private CaptureChecks(Document document, ArchiveRef ref) {
        this.document = document;
        this.ref = ref;
    }

    /**
     * @param records of the capture the document refers to
     * @param record the same with its payload decoded
     */
    static List<Check> of(Document document, ArchiveRef ref, CaptureRecords records, ArchivedRecord record)
            throws IOException {
        CaptureChecks checks = new CaptureChecks(document, ref);
        checks.record(records);
        checks.payload(record);
        checks.capture(records.capture());
        checks.notes(records);
        return checks.checks;
    }

    private void record(CaptureRecords records) {
        RecordMember capture = records.capture();
        checks.add(Check.same(
                Level.RECORD, "WARC-Record-ID at " + ref.file() + "@" + ref.offset(), ref.recordId(), capture.id()));
        List<String> problems = records.problems();
        problems.forEach(problem -> checks.add(Check.differs(Level.RECORD, problem)));
        if (problems.isEmpty()) {
            checks.add(Check.holds(
                    Level.RECORD,
                    "gzip checksums, WARC headers, block and payload digests of "
                            + records.all().size() + " records"));
        }
        records.original()
                .ifPresent(original -> checks.add(Check.holds(
                        Level.RECORD,
                        "a revisit: its payload lies at " + original.capture().file() + "@"
                                + original.capture().offset())));
    }

    private void payload(ArchivedRecord record) {
        checks.add(Check.same(
                Level.PAYLOAD,
                "SHA-256 of the payload (" + record.payload().length + " bytes decoded)",
                ref.sha256(),
                ContentHash.sha256Hex(record.payload())));
    }

    private void capture(RecordMember capture) {
        checks.add(Check.same(
                Level.CAPTURE,
                "WARC-Target-URI",
                document.url(),
                capture.header("WARC-Target-URI").orElse("missing")));
        checks.add(time(capture.header("WARC-Date").orElse("missing")));
        if (capture.http().isPresent()) {
            HttpBlock http = capture.http().get();
            boolean expected = http.status() == 200 || http.status() == 203 || http.status() == 304;
            String answer = "the server answered " + http.status()
                    + http.first("Date").map(date -> ", dated " + date).orElse("");
            checks.add(
                    expected
                            ? Check.holds(Level.CAPTURE, answer)
                            : Check.differs(Level.CAPTURE, answer + ", which is no page"));
        }
    }

    private Check time(String written) {
        try {
            Instant at = Instant.parse(written);
            boolean seconds = at.truncatedTo(ChronoUnit.SECONDS).equals(at);
            Instant wanted = seconds ? document.capturedAt().truncatedTo(ChronoUnit.SECONDS) : document.capturedAt();
            return at.equals(wanted)
                    ? Check.holds(Level.CAPTURE, "WARC-Date is " + written)
                    : Check.differs(Level.CAPTURE, "WARC-Date is " + written + ", not " + document.capturedAt());
        } catch (DateTimeException e) {
            return Check.differs(Level.CAPTURE, "WARC-Date is '" + written + "', which is no time");
        }
    }

    private void notes(CaptureRecords records) throws IOException {
        Map<String, String> notes = records.notes();
        if (!notes.containsKey("text-sha256")) {
            checks.add(Check.unchecked(
                    Level.NOTES, "the archive has no notes on what was read when the page was captured"));
            return;
        }
        checks.add(Check.same(
                Level.NOTES,
                "the digest of the text noted at capture",
                document.textSha256(),
                String.valueOf(notes.get("text-sha256"))));
        if (notes.containsKey("canonical-url")) {
            checks.add(Check.same(
                    Level.NOTES,
                    "the canonical address noted at capture",
                    document.canonicalUrl(),
                    String.valueOf(notes.get("canonical-url"))));
        }
    }
}
