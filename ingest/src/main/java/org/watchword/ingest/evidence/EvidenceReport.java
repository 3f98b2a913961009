package org.watchword.ingest.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.archive.HttpBlock;
import org.watchword.ingest.archive.RecordMember;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.GuardNote;
import org.watchword.model.Speaker;
import org.watchword.model.Statement;
import org.watchword.model.review.Review;

/** What a package holds, for people. */
final class EvidenceReport {

    private static final int CONTEXT = 300;

    private final PackedArchive packed;
    private final PackedReviews reviews;
    private final List<CustodyLog.Line> custody;
    private final List<Block> blocks = new ArrayList<>();

    private EvidenceReport(PackedArchive packed, PackedReviews reviews, List<CustodyLog.Line> custody) {
        this.packed = packed;
        this.reviews = reviews;
        this.custody = custody;
    }

    static List<Block> of(
            String title,
            List<PackedClaim> claims,
            PackedArchive packed,
            PackedReviews reviews,
            List<CustodyLog.Line> custody)
            throws IOException {
        EvidenceReport report = new EvidenceReport(packed, reviews, custody);
        report.opening(title, claims.size());
        for (PackedClaim claim : claims) {
            report.statement(claim);
        }
        report.custody();
        return report.blocks;
    }

    private void opening(String title, int claims) {
        blocks.add(new Block.Heading(1, title));
        blocks.add(new Block.Paragraph(
                "This package shows that the words below stood on a page at an address, and were received from it at a time: "
                        + (claims == 1 ? "one statement" : claims + " statements")
                        + " with the bytes of each page as they were received, in a WARC file (ISO 28500:2017), the text that"
                        + " was read in them, and what the custody log tells. Who is meant by the words, and what they mean, was"
                        + " read by rules; a category is an indicator for a human reader, never a finding of law."));
        blocks.add(new Block.Heading(2, "Verifying it without Watchword"));
        blocks.add(new Block.Paragraph(
                "Unpack the file with unzip into a folder of its own and go there. The commands need a POSIX shell, GNU"
                        + " coreutils, sed and gzip. Each must print what stands below it."));
        StepList.ofPackage(custody).forEach(this::step);
    }

    private void step(Step step) {
        blocks.add(new Block.Paragraph(step.what()));
        blocks.add(new Block.Command(step.command()));
        if (!step.expect().isEmpty() && !step.expect().contains("\n")) {
            blocks.add(new Block.Paragraph("→ " + step.expect()));
        }
    }

    private void statement(PackedClaim packedClaim) throws IOException {
        Claim claim = packedClaim.claim();
        Statement statement = claim.statement();
        blocks.add(new Block.Heading(2, "Statement " + statement.id()));
        passage(claim);
        blocks.add(new Block.Facts(facts(claim)));
        if (!statement.flags().isEmpty()) {
            blocks.add(new Block.Heading(3, "What rules found in it"));
            statement.flags().forEach(flag -> blocks.add(new Block.Paragraph(flag(flag))));
        }
        List<Review> decided = reviews.on(claim);
        if (!decided.isEmpty()) {
            blocks.add(new Block.Heading(3, "What people decided on it"));
            blocks.add(new Block.Facts(decided.stream().map(PackedReviews::row).toList()));
        }
        blocks.add(new Block.Heading(3, "The capture"));
        blocks.add(new Block.Facts(capture(packedClaim)));
        blocks.add(new Block.Heading(3, "What was verified when this was packed"));
        blocks.add(new Block.Facts(packedClaim.verification().checks().stream()
                .map(check -> new Block.Row(check.level() + ": " + check.outcome(), check.found()))
                .toList()));
        blocks.add(new Block.Heading(3, "Verifying it by hand"));
        StepList.ofStatement(claim, packedClaim.records(), packed).forEach(this::step);
        reviews.steps(claim, custody).forEach(this::step);
    }

    private void passage(Claim claim) {
        String text = claim.document().text();
        int start = claim.statement().start();
        int end = claim.statement().end();
        int from = whole(text, Math.max(0, start - CONTEXT));
        int to = whole(text, Math.min(text.length(), end + CONTEXT));
        blocks.add(new Block.Passage(
                (from > 0 ? "…" : "") + text.substring(from, start),
                text.substring(start, end),
                text.substring(end, to) + (to < text.length() ? "…" : ""),
                Objects.requireNonNullElse(claim.document().language(), "und")));
    }

    /** Never between the halves of a pair of surrogates. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Block.Row> facts(Claim claim) {
        Document document = claim.document();
        List<Block.Row> rows = new ArrayList<>();
        rows.add(new Block.Row("Words", claim.statement().text()));
        rows.add(new Block.Row("Translation", "(to be filled in; name the translator)"));
        Speaker speaker = claim.statement().speaker();
        rows.add(new Block.Row("Speaker", speaker == null ? "not named: the outlet speaks" : speaker(speaker)));
        add(rows, "Outlet", document.outlet());
        add(rows, "Headline", document.title());
        add(rows, "Address", document.url());
        add(rows, "Canonical address", document.canonicalUrl());
        add(rows, "Published, as the page says", document.publishedAt());
        add(rows, "Changed, as the page says", document.modifiedAt());
        add(rows, "Captured", document.capturedAt());
        add(
                rows,
                "Text",
                "SHA-256 " + document.textSha256() + ", units "
                        + claim.statement().start() + " to " + claim.statement().end() + " of UTF-16");
        return rows;
    }

    private static String speaker(Speaker speaker) {
        String name = speaker.name() == null
                ? "“" + speaker.text() + "” (not named)"
                : speaker.name() + ", named “" + speaker.text() + "” there";
        return speaker.office() == null ? name : name + "; " + speaker.office();
    }

    private static String flag(Flag flag) {
        String status =
                flag.status() == FlagStatus.FLAGGED ? "flagged" : flag.status().id() + ", not counted";
        String guards = flag.guards().stream().map(GuardNote::reason).collect(Collectors.joining("; "));
        return flag.category().id() + " (" + status + "), by rule " + flag.rule() + " of pack " + flag.pack()
                + (flag.target() == null
                        ? ""
                        : ", about the group " + flag.target().group())
                + (guards.isEmpty() ? "" : "; guards: " + guards) + ".";
    }

    private List<Block.Row> capture(PackedClaim packedClaim) throws IOException {
        List<Block.Row> rows = new ArrayList<>();
        RecordMember capture = packedClaim.records().capture();
        ArchiveRef ref = packedClaim.claim().document().archive();
        PackedArchive.Place place = packed.place(capture.id());
        rows.add(new Block.Row("Record", capture.id() + " (" + capture.type() + ")"));
        rows.add(new Block.Row(
                "In this package",
                "archive/" + PackedArchive.FILE + ", offset " + place.offset() + ", length " + place.length()));
        if (ref != null) {
            rows.add(new Block.Row("In the archive", ref.file() + ", offset " + ref.offset()));
            rows.add(new Block.Row("SHA-256 of the payload", ref.sha256()));
        }
        capture.header("WARC-IP-Address").ifPresent(ip -> rows.add(new Block.Row("Address of the server", ip)));
        if (capture.http().isPresent()) {
            HttpBlock http = capture.http().get();
            rows.add(new Block.Row("Answer", (http.status() + " " + http.reason()).strip()));
            for (String name : List.of("Date", "Last-Modified", "ETag", "Content-Type", "Content-Encoding")) {
                http.first(name).ifPresent(value -> rows.add(new Block.Row(name, value)));
            }
        }
        for (Map.Entry<String, String> note : packedClaim.records().notes().entrySet()) {
            rows.add(new Block.Row("Noted: " + note.getKey(), note.getValue()));
        }
        return rows;
    }

    private void custody() {
        blocks.add(new Block.Heading(2, "Custody"));
        if (custody.isEmpty()) {
            blocks.add(new Block.Paragraph("The custody log tells nothing of these records."));
            return;
        }
        blocks.add(new Block.Paragraph(
                "Lines of the custody log that tell of the records and of decisions on them, each with those behind it up to"
                        + " the end of its day. A line names the digest of the line before; where numbers are left out, lines of other"
                        + " days are."
                        + " They are in evidence/custody.jsonl as they stand in the log."));
        blocks.add(new Block.Facts(custody.stream()
                .map(line -> new Block.Row(
                        line.entry().seq() + ", " + line.entry().at(),
                        line.entry().what() + " by " + line.entry().who() + " "
                                + line.entry().detail()))
                .toList()));
    }

    private static void add(List<Block.Row> rows, String name, @Nullable Object value) {
        if (value != null) {
            rows.add(new Block.Row(name, value.toString()));
        }
    }
}
