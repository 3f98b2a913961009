package org.watchword.ingest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.collect.WaczPackage;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.custody.CustodyLog;
import org.watchword.model.ContentHash;
import org.watchword.model.review.Review;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the house can be verified elsewhere, with and without this program. */
class EvidencePackageTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestingEvidence evidence;

    @BeforeEach
    void data() {
        evidence = new TestingEvidence(folder.resolve("data"));
    }

    /** A page, and the same bytes at another address: a response and a revisit. */
    private List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>();
        try (Archive archive = evidence.open()) {
            claims.add(evidence.capture(archive, TestingEvidence.URL, TestingEvidence.NOON));
            claims.add(evidence.capture(archive, "https://vale.example.org/b", TestingEvidence.NOON.plusSeconds(3600)));
        }
        evidence.enter();
        return claims;
    }

    private byte[] packed(List<Claim> claims) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(evidence.packing().write(claims, Map.of(), out)).allMatch(Verification::holds);
        return out.toByteArray();
    }

    private Path file(List<Claim> claims) throws IOException {
        return Files.write(folder.resolve("evidence.wacz"), packed(claims));
    }

    @Test
    void theSameInputGivesTheSameBytesWhateverItsOrder() throws IOException {
        List<Claim> claims = claims();
        byte[] first = packed(claims);
        Collections.reverse(claims);
        assertThat(packed(claims)).isEqualTo(first);
    }

    @Test
    void decisionsArePackedWithTheEntriesThatTellOfThem() throws IOException {
        Claim claim = claims().get(0);
        Review review = TestingEvidence.rejection(claim);
        String record = JSON.writeValueAsString(review);
        CustodyLog log = evidence.log();
        log.append(CustodyEvent.EXPORT, Map.of("file", "before.csv"));
        log.append(
                CustodyEvent.REVIEW,
                Map.of("decision", review.id(), "sha256", ContentHash.sha256Hex(record), "verdict", "reject"));
        Path file = folder.resolve("reviewed.wacz");
        Map<String, List<Review>> decisions = Map.of(claim.statement().id(), List.of(review, review));
        try (OutputStream out = Files.newOutputStream(file)) {
            evidence.packing().write(List.of(claim), decisions, out);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(new String(bytes(zip, "evidence/reviews.jsonl"), StandardCharsets.UTF_8))
                    .isEqualTo(record + '\n');
            assertThat(new String(bytes(zip, "evidence/SHA256SUMS"), StandardCharsets.UTF_8))
                    .contains("evidence/reviews.jsonl");
            assertThat(new String(bytes(zip, "evidence/custody.jsonl"), StandardCharsets.UTF_8))
                    .contains("\"what\":\"capture\"", "\"what\":\"review\"");
            assertThat(new String(bytes(zip, "evidence/report.md"), StandardCharsets.UTF_8))
                    .contains(
                            "What people decided on it", "ada", "a quote from a novel", ContentHash.sha256Hex(record));
        }
    }

    @Test
    void thePackageIsAsTheSpecificationAsks() throws IOException {
        Path file = file(claims());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode description = json(zip, "datapackage.json");
            assertThat(description.get("profile").asString()).isEqualTo("data-package");
            assertThat(description.get("wacz_version").asString()).isEqualTo("1.1.1");
            assertThat(description.get("mainPageUrl").asString()).isEqualTo(TestingEvidence.URL);
            List<String> described = new ArrayList<>();
            for (JsonNode resource : description.get("resources")) {
                byte[] bytes = bytes(zip, resource.get("path").asString());
                assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + ContentHash.sha256Hex(bytes));
                assertThat(resource.get("bytes").asInt()).isEqualTo(bytes.length);
                assertThat(resource.get("name").asString()).isNotEmpty();
                described.add(resource.get("path").asString());
            }
            assertThat(described)
                    .contains(
                            "archive/evidence.warc.gz",
                            "indexes/index.cdxj",
                            "pages/pages.jsonl",
                            "evidence/report.html",
                            "evidence/report.md",
                            "evidence/statements.jsonl",
                            "evidence/custody.jsonl");
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsAll(described)
                    .contains("datapackage.json", "datapackage-digest.json")
                    .hasSize(described.size() + 2);
            assertThat(json(zip, "datapackage-digest.json").get("hash").asString())
                    .isEqualTo("sha256:" + ContentHash.sha256Hex(bytes(zip, "datapackage.json")));
            assertThat(zip.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
            List<String> pages = new String(bytes(zip, "pages/pages.jsonl"), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(JSON.readTree(pages.get(0)).get("format").asString()).isEqualTo("json-pages-1.0");
            assertThat(JSON.readTree(pages.get(1)).get("ts").asString()).isEqualTo("2031-05-06T12:00:00Z");
            index(zip);
        }
        try (WaczPackage ours = WaczPackage.open(file)) {
            assertThat(ours.warcFiles()).containsExactly("archive/evidence.warc.gz");
        }
    }

    /** Each line of the index leads a plain reader to the record it names. */
    private static void index(ZipFile zip) throws IOException {
        byte[] warc = bytes(zip, "archive/evidence.warc.gz");
        List<String> lines = new String(bytes(zip, "indexes/index.cdxj"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(2).isSorted();
        for (String line : lines) {
            JsonNode entry = JSON.readTree(line.substring(line.indexOf('{')));
            assertThat(entry.get("filename").asString()).isEqualTo("evidence.warc.gz");
            int offset = Integer.parseInt(entry.get("offset").asString());
            int length = Integer.parseInt(entry.get("length").asString());
            try (WarcReader reader = new WarcReader(new java.io.ByteArrayInputStream(warc, offset, length))) {
                WarcRecord record = reader.next().orElseThrow();
                assertThat(record.id().toString())
                        .isEqualTo(entry.get("recordId").asString());
                if (record instanceof WarcResponse response) {
                    assertThat(response.http().bodyDecoded().stream().readAllBytes())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo(TestingEvidence.HTML);
                }
                assertThat(reader.next())
                        .as("the length ends where the record does")
                        .isEmpty();
            }
        }
    }

    @Test
    void itVerifiesWithoutTheArchiveItCameFrom() throws IOException {
        Path file = file(claims());
        try (PackedEvidence packed = PackedEvidence.open(file)) {
            EvidenceVerifier verifier =
                    new EvidenceVerifier(packed.archive(), TestingEvidence.texts(), CustodyWitness.ofPackage());
            assertThat(packed.claims()).hasSize(2);
            for (Claim claim : packed.claims()) {
                assertThat(verifier.verify(claim).differences()).isEmpty();
            }
        }
    }

    @Test
    void aFileChangedInThePackageIsNamed() throws IOException {
        Path file = file(claims());
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        for (String content : List.of("Oren Dask, named", "\"statement\"", "json-pages-1.0", "\"filename\"")) {
            byte[] changed = whole.clone();
            changed[text.indexOf(content) + 2] ^= 1;
            Files.write(file, changed);
            // ZIP's own checksum speaks first where a reader looks at it.
            assertThatThrownBy(() -> PackedEvidence.open(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPackageMadeToFillMemoryIsRefused() throws IOException {
        WaczWriter wacz = new WaczWriter("t", "d", "s");
        wacz.add("archive/evidence.warc.gz", TestingEvidence.gzip(new byte[64 << 20]));
        wacz.add(EvidencePackage.CLAIMS, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        wacz.write(out);
        Path file = Files.write(folder.resolve("bomb.wacz"), out.toByteArray());
        assertThatThrownBy(() -> PackedEvidence.open(file))
                .hasMessage("evidence.warc.gz unpacks to more than 200 times its size");
    }

    /** The report's own commands, as somebody without this program runs them. */
    @Test
    void everyStepOfTheReportPrintsWhatItSays() throws Exception {
        assumeTrue(
                List.of("sh", "unzip", "sha256sum", "gzip", "sed").stream().allMatch(EvidencePackageTest::isThere),
                "no POSIX shell with unzip, sha256sum, gzip and sed on this machine");
        Path file = file(claims());
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        assertThat(run(unpacked, "unzip -q " + file)).isEmpty();
        List<String> report = Files.readAllLines(unpacked.resolve("evidence/report.md"));
        int steps = 0;
        for (int i = 0; i + 2 < report.size(); i++) {
            if (report.get(i).startsWith("    ") && report.get(i + 2).startsWith("→ ")) {
                String command = report.get(i).substring(4);
                String expected = report.get(i + 2).substring(2).replaceAll("\\\\(.)", "$1");
                assertThat(run(unpacked, command)).as(command).contains(expected);
                steps++;
            }
        }
        assertThat(steps)
                .as("of the package, and six and six of the statements")
                .isGreaterThanOrEqualTo(14);

        Path text;
        try (Stream<Path> texts = Files.list(unpacked.resolve("evidence/texts"))) {
            text = texts.findFirst().orElseThrow();
        }
        Files.writeString(text, Files.readString(text).replace("wolves", "voles "));
        assertThat(run(unpacked, "sha256sum --quiet -c evidence/SHA256SUMS && echo all OK"))
                .contains("evidence/texts/", "FAILED")
                .doesNotContain("all OK");
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
    }

    private static String run(Path in, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    @Test
    void hostileWordsStayTextInTheReport() {
        List<Block> blocks = List.of(
                new Block.Paragraph("<script>alert(1)</script> *x* [y](z)"),
                new Block.Passage("a\u202eb", "<b>", "\"c\"", "\"><i>"),
                new Block.Facts(List.of(new Block.Row("|", "a|b\nc"))));
        assertThat(HtmlReport.of("<t>", blocks))
                .contains(
                        "<title>&lt;t&gt;</title>",
                        "&lt;script&gt;",
                        "a�b<mark>&lt;b&gt;",
                        "lang=\"&quot;&gt;&lt;i&gt;\"")
                .doesNotContain("<script", "\u202e");
        assertThat(MarkdownReport.of(blocks))
                .contains("\\<script\\>alert(1)\\</script\\> \\*x\\* \\[y\\](z)", "| \\| | a\\|b c |");
    }

    private static JsonNode json(ZipFile zip, String name) throws IOException {
        return JSON.readTree(bytes(zip, name));
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
}
