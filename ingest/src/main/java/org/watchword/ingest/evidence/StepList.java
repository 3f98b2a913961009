package org.watchword.ingest.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.watchword.ingest.archive.CaptureRecords;
import org.watchword.ingest.archive.HttpBlock;
import org.watchword.ingest.archive.RecordMember;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;
import org.watchword.model.Statement;

/** The steps by which a package is verified without this program. */
final class StepList {

    private static final String WARC = "archive/" + PackedArchive.FILE;

    /** So many links of the custody log are shown; the others are verified in the same way. */
    private static final int CHAINED = 3;

    private StepList() {}

    /** Of the package as a whole. @param custody its lines of the custody log */
    static List<Step> ofPackage(List<CustodyLog.Line> custody) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "No file was changed after it was packed: each has the digest that the list of files names.",
                "sha256sum --quiet -c evidence/SHA256SUMS && echo all OK",
                "all OK"));
        steps.add(new Step(
                "The description of the package has the digest that datapackage-digest.json names.",
                "grep -c \"sha256:$(sha256sum < datapackage.json | cut -c1-64)\" datapackage-digest.json",
                "1"));
        int told = 0;
        for (int i = 0; i + 1 < custody.size() && told < CHAINED; i++) {
            if (custody.get(i).number() + 1 != custody.get(i + 1).number()) {
                continue;
            }
            told++;
            steps.add(new Step(
                    "Line " + (i + 1) + " of the custody log has the digest that the next line names as prev.",
                    "sed -n " + (i + 1) + "p evidence/custody.jsonl | tr -d '\\n' | sha256sum | cut -c1-64",
                    custody.get(i + 1).entry().prev()));
        }
        return steps;
    }

    /** Of one statement. */
    static List<Step> ofStatement(Claim claim, CaptureRecords records, PackedArchive packed) {
        List<Step> steps = new ArrayList<>();
        Statement statement = claim.statement();
        Document document = claim.document();
        String text = "evidence/texts/" + document.textSha256() + ".txt";
        int start = utf8(document.text().substring(0, statement.start()));
        int length = utf8(statement.text());
        steps.add(new Step(
                "The words stand in the text of the page.",
                "tail -c +" + (start + 1) + " " + text + " | head -c " + length,
                statement.text()));
        steps.add(new Step(
                "The text has the digest that names the version of the page.",
                "sha256sum < " + text + " | cut -c1-64",
                document.textSha256()));
        steps.add(new Step(
                "The statement's id is that of the page's address, the digest of its text and the place of the words (in UTF-16 units).",
                "printf '%s\\n%s\\n%s\\n%s' " + quoted(document.canonicalUrl()) + " " + document.textSha256() + " "
                        + statement.start() + " " + statement.end() + " | sha256sum | cut -c1-32",
                statement.id()));
        capture(steps, claim, records, packed);
        return steps;
    }

    private static void capture(List<Step> steps, Claim claim, CaptureRecords records, PackedArchive packed) {
        RecordMember capture = records.capture();
        steps.add(new Step(
                "The record of the capture, as it was written: address, time, and what the server answered.",
                member(packed, capture) + " | head -n 40",
                capture.id()));
        RecordMember holder = records.original().map(CaptureRecords::capture).orElse(capture);
        String bytes = member(packed, holder)
                + (holder.http().isPresent() ? " | sed '1,/^\\r$/d'" : "")
                + " | sed '1,/^\\r$/d' | head -c -4";
        steps.add(new Step(
                records.original().isPresent()
                        ? "The same bytes had been captured before; that record holds them. They have the digest it names."
                        : "The bytes as they were received have the digest that the record names.",
                "export LC_ALL=C; " + bytes + " | sha256sum | cut -c1-64",
                holder.header("WARC-Payload-Digest").orElse("").replaceFirst("^sha256:", "")));
        ArchiveRef ref = claim.document().archive();
        Optional<String> decoder = decoder(holder.http());
        if (ref != null && decoder.isPresent()) {
            steps.add(new Step(
                    "With the content coding taken off they have the digest by which the statement refers to them.",
                    "export LC_ALL=C; " + bytes + decoder.get() + " | sha256sum | cut -c1-64",
                    ref.sha256()));
        }
    }

    /** Empty where no common program takes the coding off. */
    private static Optional<String> decoder(Optional<HttpBlock> http) {
        String coding = http.map(HttpBlock::coding).orElse("").toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> Optional.of("");
            case "gzip", "x-gzip" -> Optional.of(" | gzip -dc");
            default -> Optional.empty();
        };
    }

    private static String member(PackedArchive packed, RecordMember member) {
        PackedArchive.Place place = packed.place(member.id());
        return "tail -c +" + (place.offset() + 1) + " " + WARC + " | head -c " + place.length() + " | gzip -dc";
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As one word for a POSIX shell, whatever it contains. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
