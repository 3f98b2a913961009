package org.watchword.ingest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.CaptureRecords;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A byte changed at any level is noticed, and named. */
class EvidenceVerifierTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @SuppressWarnings("NullAway.Init")
    private TestingEvidence evidence;

    @BeforeEach
    void folder(@TempDir Path data) {
        evidence = new TestingEvidence(data);
    }

    private static Set<Level> differing(Verification verification) {
        return verification.differences().stream()
                .map(Check::level)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
    }

    private static String found(Verification verification, Level level) {
        return verification.differences().stream()
                .filter(check -> check.level() == level)
                .map(Check::found)
                .collect(Collectors.joining("; "));
    }

    @Test
    void everyLinkOfAnUntouchedChainHolds() throws IOException {
        Claim claim = evidence.captured();
        Verification verification = evidence.verifier().verify(claim);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.checks()).extracting(Check::level).contains(Level.values());
        assertThat(verification.checks()).extracting(Check::outcome).containsOnly(Check.Outcome.HOLDS);
    }

    @Test
    void theChainOfARevisitLeadsToTheRecordThatHoldsTheBytes() throws IOException {
        Claim again;
        try (Archive archive = evidence.open()) {
            evidence.capture(archive, TestingEvidence.URL, TestingEvidence.NOON);
            again = evidence.capture(archive, "https://vale.example.org/b", TestingEvidence.NOON.plusSeconds(3600));
        }
        Verification verification = evidence.verifier().verify(again);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.checks()).extracting(Check::found).anyMatch(s -> s.contains("a revisit: its payload"));
        assertThat(verification.checks())
                .as("nobody entered it into the custody log")
                .anyMatch(check -> check.outcome() == Check.Outcome.UNCHECKED && check.level() == Level.CUSTODY);
    }

    @Test
    void aLineOfJsonAndAPlainTextAreReadAnewToo() throws IOException {
        String text = "One said that " + TestingEvidence.WORDS + " there.\n\nAnd more.";
        byte[] line = JSON.writeValueAsBytes(JSON.createObjectNode().put("text", text));
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ArchiveRef first;
        ArchiveRef second;
        try (Archive archive = evidence.open()) {
            first = archive.resource(
                    "urn:watchword:s:1", TestingEvidence.NOON, "application/json", line, ContentHash.sha256Hex(line));
            second = archive.resource(
                    "urn:watchword:s:2",
                    TestingEvidence.NOON,
                    "text/plain;charset=utf-8",
                    plain,
                    ContentHash.sha256Hex(plain));
        }
        EvidenceVerifier verifier = evidence.verifier();
        assertThat(verifier.verify(TestingEvidence.claim("urn:watchword:s:1", TestingEvidence.NOON, text, first))
                        .differences())
                .isEmpty();
        assertThat(verifier.verify(TestingEvidence.claim("urn:watchword:s:2", TestingEvidence.NOON, text, second))
                        .differences())
                .isEmpty();
    }

    @Test
    void otherWordsAreNoticed() throws IOException {
        Verification verification =
                verify(claim -> edited(claim, "statement", "text", TestingEvidence.WORDS.replace("wolves", "voles ")));

        assertThat(differing(verification)).containsExactly(Level.WORDS);
        assertThat(found(verification, Level.WORDS)).contains("“wolves, ", "where “voles ,", "is expected");
    }

    @Test
    void anotherPlaceOfTheWordsIsNoticedByWordsAndId() throws IOException {
        Verification verification = verify(
                claim -> edited(claim, "statement", "start", claim.statement().start() + 1));

        assertThat(differing(verification)).containsExactly(Level.WORDS, Level.ID);
        assertThat(differing(verify(claim -> edited(claim, "statement", "end", 1_000_000))))
                .containsExactly(Level.WORDS, Level.ID);
    }

    @Test
    void anotherIdIsNoticed() throws IOException {
        assertThat(differing(verify(claim -> edited(claim, "statement", "id", "0".repeat(32)))))
                .containsExactly(Level.ID);
        assertThat(differing(verify(claim -> edited(claim, "document", "id", "0".repeat(32)))))
                .containsExactly(Level.ID);
    }

    @Test
    void aTextThatWasChangedIsNoticedByItsDigestAndByReadingAnew() throws IOException {
        Verification verification = verify(claim ->
                edited(claim, "document", "text", claim.document().text().replace("late in", "soon in")));

        assertThat(differing(verification)).containsExactly(Level.TEXT, Level.EXTRACTION);
        assertThat(found(verification, Level.EXTRACTION))
                .contains("“late in", "the words of the statement stand in it, from unit");
    }

    @Test
    void aTextChangedTogetherWithItsDigestAndIdsIsNoticedByWhatTheArchiveSays() throws IOException {
        Verification verification = verify(claim -> TestingEvidence.claim(
                claim.document().url(),
                claim.document().capturedAt(),
                claim.document().text().replace("late in", "soon in"),
                reference(claim)));

        assertThat(differing(verification)).containsExactly(Level.NOTES, Level.EXTRACTION);
        assertThat(found(verification, Level.NOTES)).contains("the digest of the text noted at capture");
    }

    @Test
    void anotherAddressOrTimeOfCaptureIsNoticed() throws IOException {
        assertThat(differing(verify(claim -> edited(claim, "document", "url", "https://other.example.org/"))))
                .containsExactly(Level.CAPTURE);
        Verification later = verify(claim -> edited(claim, "document", "capturedAt", "2031-05-06T12:00:01Z"));
        assertThat(differing(later)).containsExactly(Level.CAPTURE);
        assertThat(found(later, Level.CAPTURE))
                .isEqualTo("WARC-Date is 2031-05-06T12:00:00.123456Z, not 2031-05-06T12:00:01Z");
        assertThat(differing(verify(claim -> edited(claim, "document", "canonicalUrl", "https://other.example.org/"))))
                .containsExactly(Level.ID, Level.NOTES);
    }

    @Test
    void aReferenceToAnotherRecordOrDigestIsNoticed() throws IOException {
        assertThat(differing(verify(claim -> moved(claim, "sha256", "0".repeat(64)))))
                .containsExactly(Level.PAYLOAD);
        assertThat(differing(
                        verify(claim -> moved(claim, "recordId", "urn:uuid:00000000-0000-0000-0000-000000000000"))))
                .containsExactly(Level.RECORD);
        Verification nowhere = verify(claim -> moved(claim, "offset", 1));
        assertThat(found(nowhere, Level.RECORD)).contains("no gzip member begins there: the bytes are 8b 08 00");
        assertThat(found(verify(claim -> moved(claim, "file", "gone.warc.gz")), Level.RECORD))
                .contains("no archive file gone.warc.gz");
        assertThat(found(verify(claim -> moved(claim, "file", "../x.warc.gz")), Level.RECORD))
                .contains("outside the archive");
    }

    @Test
    void aTextThatNeverCameThroughTheArchiveIsNotProved() throws IOException {
        assertThat(found(verify(claim -> claim.at(null)), Level.RECORD)).contains("never came through the archive");
    }

    /** Whatever bit of the file is turned, some link does not hold. */
    @Test
    void noByteOfTheArchiveFileCanBeChangedUnnoticed() throws IOException {
        Claim claim = evidence.captured();
        Path file = evidence.archive().resolve(reference(claim).file());
        byte[] whole = Files.readAllBytes(file);
        List<Integer> unnoticed = new ArrayList<>();
        for (int at = 0; at < whole.length; at += 3) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(file, changed);
            if (evidence.verifier().verify(claim).holds()) {
                unnoticed.add(at);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void aBitTurnedInTheCompressedDataIsNamedAsDamageOfTheGzipMember() throws IOException {
        Claim claim = evidence.captured();
        Path file = evidence.archive().resolve(reference(claim).file());
        byte[] whole = Files.readAllBytes(file);
        whole[(int) reference(claim).offset() + 200] ^= 1;
        Files.write(file, whole);

        Verification verification = evidence.verifier().verify(claim);
        assertThat(differing(verification)).containsExactly(Level.RECORD, Level.CUSTODY);
        assertThat(found(verification, Level.RECORD))
                .contains("no whole record at " + reference(claim).file() + "@")
                .containsAnyOf("gzip checksum", "compressed data cannot be read");
        assertThat(found(verification, Level.CUSTODY)).contains("were changed: their SHA-256 is");
    }

    @Test
    void aFileCutOffWithinTheRecordIsNamed() throws IOException {
        Claim claim = evidence.captured();
        Path file = evidence.archive().resolve(reference(claim).file());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, (int) reference(claim).offset() + 300));

        Verification verification = evidence.verifier().verify(claim);
        assertThat(found(verification, Level.RECORD)).contains("the file ends within it");
        assertThat(found(verification, Level.CUSTODY)).contains("are gone: the file has only");
    }

    /** A forger who packs the record anew leaves gzip whole; digests in the record give him away. */
    @Test
    void aRecordThatWasPackedAnewIsNoticedByItsDigests() throws IOException {
        Claim body = repacked(record -> replaced(record, "WARC-Block-Digest: sha256:", "0"));
        assertThat(found(evidence.verifier().verify(body), Level.RECORD)).contains("the block has SHA-256");
    }

    @Test
    void aPayloadDigestThatWasChangedIsNoticed() throws IOException {
        Claim payload = repacked(record -> replaced(record, "WARC-Payload-Digest: sha256:", "0"));
        assertThat(found(evidence.verifier().verify(payload), Level.RECORD))
                .contains("(response): the payload has SHA-256");
    }

    @Test
    void aCaptureHeaderThatWasChangedIsNoticed() throws IOException {
        Claim header = repacked(record -> replaced(record, "WARC-Date: ", "3"));
        assertThat(differing(evidence.verifier().verify(header))).containsExactly(Level.CAPTURE, Level.CUSTODY);
        Claim status = repacked(record -> replaced(record, "HTTP/1.1 ", "4"));
        assertThat(found(evidence.verifier().verify(status), Level.CAPTURE)).contains("the server answered 400");
    }

    private Verification verify(UnaryOperator<Claim> change) throws IOException {
        Claim claim = evidence.captured();
        return evidence.verifier().verify(change.apply(claim));
    }

    private static ArchiveRef reference(Claim claim) {
        ArchiveRef ref = claim.document().archive();
        if (ref == null) {
            throw new AssertionError("no reference");
        }
        return ref;
    }

    /** As a forger with a text editor: the claim's JSON with one field changed. */
    private static Claim edited(Claim claim, String part, String field, Object value) {
        ObjectNode json = JSON.valueToTree(claim);
        ((ObjectNode) json.get(part)).set(field, JSON.<JsonNode>valueToTree(value));
        return JSON.treeToValue(json, Claim.class);
    }

    private static Claim moved(Claim claim, String field, Object value) {
        ObjectNode json = JSON.valueToTree(claim);
        ((ObjectNode) json.get("document").get("archive")).set(field, JSON.<JsonNode>valueToTree(value));
        return JSON.treeToValue(json, Claim.class);
    }

    private static byte[] replaced(byte[] record, String before, String digit) {
        String text = new String(record, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(before) + before.length();
        String other = text.charAt(at) == digit.charAt(0) ? "1" : digit;
        return TestingEvidence.latin1(text.substring(0, at) + other + text.substring(at + 1));
    }

    private Claim repacked(UnaryOperator<byte[]> forgery) throws IOException {
        Claim claim = evidence.captured();
        ArchiveRef ref = reference(claim);
        Path file = evidence.archive().resolve(ref.file());
        CaptureRecords records = CaptureRecords.read(new ArchiveFolder(evidence.archive()), ref.file(), ref.offset());
        byte[] whole = Files.readAllBytes(file);
        int end = (int) ref.offset() + records.capture().bytes().length;
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        forged.write(whole, 0, (int) ref.offset());
        try (GZIPInputStream record = new GZIPInputStream(
                new java.io.ByteArrayInputStream(records.capture().bytes()))) {
            forged.writeBytes(TestingEvidence.gzip(forgery.apply(record.readAllBytes())));
        }
        forged.write(whole, end, whole.length - end);
        Files.write(file, forged.toByteArray());
        return claim;
    }

    @Test
    void theFirstDifferenceNeverCutsAPairOfSurrogates() {
        assertThat(FirstDifference.of("a🐺", "a🐻")).isEqualTo("differs from unit 2 on: “🐻” where “🐺” is expected");
        assertThat(FirstDifference.of("ab", "a")).isEqualTo("differs from unit 1 on: the end where “b” is expected");
        assertThat(FirstDifference.of("x\u202e\n", "y"))
                .isEqualTo("differs from unit 0 on: “y” where “x\\u{202e}\\n” is expected");
    }

    @Test
    void aStatementMadeFromTheSameClaimHasTheSameJson() throws IOException {
        Claim claim = evidence.captured();
        Statement read =
                JSON.readValue(JSON.writeValueAsString(claim), Claim.class).statement();
        assertThat(read).isEqualTo(claim.statement());
    }
}
