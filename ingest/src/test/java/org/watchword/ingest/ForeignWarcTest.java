package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingRun;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;

/** WARC files and WACZ packages that other programs wrote. */
class ForeignWarcTest {

    private static final String PLAIN = "HTTP/1.1 200 OK\r\nx-ODD:  kept\r\nContent-Type: text/html\r\n\r\n";

    private final Path folder;
    private final InMemoryPublisher publisher = new InMemoryPublisher();

    ForeignWarcTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Map<String, Long> run(String name) throws IOException {
        return new TestingRun(folder.resolve("data"), new TagExtractor(), publisher)
                .run(new Source.Warc(Profile.of("w", "W"), folder.resolve(name)));
    }

    /** A record as one gzip member. */
    private static byte[] record(String type, int id, String headers, String block) throws IOException {
        byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
        String head =
                "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000"
                        + id + ">\r\nWARC-Date: 2023-02-03T04:05:06Z\r\n" + headers + "Content-Length: " + bytes.length
                        + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(head.getBytes(StandardCharsets.UTF_8));
            gzip.write(bytes);
            gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] response(int id, String headers, String block) throws IOException {
        return record(
                "response",
                id,
                "WARC-Target-URI: https://vale.example.org/" + id
                        + "\r\nContent-Type: application/http; msgtype=response\r\n" + headers,
                block);
    }

    private static String page(int id) {
        return "<title>T" + id + "</title><article>Words of page " + id + ".</article>";
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private ArchivedRecord archived(Document document) throws IOException {
        return new ArchiveFolder(folder.resolve("data/archive")).read(Objects.requireNonNull(document.archive()));
    }

    @Test
    @Timeout(20)
    void aFileThatEndsInThousandsOfEmptyLinesEnds() throws Exception {
        byte[] page = gunzip(response(1, "", PLAIN + page(1)));
        byte[] emptied = joined(
                Arrays.copyOf(page, page.length - 3), "\r\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("empty.warc"), emptied);

        Map<String, Long> counted = run("empty.warc");

        assertThat(counted.values().stream().mapToLong(Long::longValue).sum())
                .as(counted::toString)
                .isPositive();
    }

    @Test
    void aBodyWhoseCodingsWereRemovedByItsCrawlerIsReadAsItIs() throws Exception {
        String lying = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n";
        Files.write(
                folder.resolve("news.warc.gz"),
                joined(
                        record("warcinfo", 9, "", "software: another crawler\r\n"),
                        response(1, "", lying + page(1)),
                        response(2, "", PLAIN + page(2)),
                        response(3, "", chunked + "5\r\n<arti\r\n12\r\ncle>Words.</articl\r\n2\r\ne>\r\n0\r\n\r\n")));

        assertThat(run("news.warc.gz")).containsExactly(Map.entry("emitted", 3L));

        assertThat(publisher.documents)
                .extracting(Document::text)
                .containsExactly("Words of page 1.", "Words of page 2.", "Words.");
        ArchivedRecord first = archived(publisher.documents.get(0));
        assertThat(first.httpHeaders())
                .containsKeys("X-Archive-Orig-Content-Encoding", "X-Archive-Orig-Transfer-Encoding");
        assertThat(first.capturedAt()).isEqualTo(Instant.parse("2023-02-03T04:05:06Z"));
        assertThat(archived(publisher.documents.get(1)).block())
                .as("byte for byte")
                .isEqualTo((PLAIN + page(2)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRecordThatCannotBeTrustedOrReadIsADeadLetterAndTheRestGoesOn() throws Exception {
        byte[] undated = response(3, "", PLAIN + page(3));
        byte[] badDate = gzip(new String(gunzip(undated), StandardCharsets.UTF_8)
                .replace("2023-02-03T04:05:06Z", "yesterday")
                .getBytes(StandardCharsets.UTF_8));
        Files.write(
                folder.resolve("mixed.warc.gz"),
                joined(
                        response(1, "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n", PLAIN + page(1)),
                        response(2, "", "not HTTP at all"),
                        badDate,
                        response(4, "WARC-Block-Digest: strange:1\r\n", PLAIN + page(4)),
                        new byte[] {0x1f, (byte) 0x8b, 8, 0}));

        assertThat(run("mixed.warc.gz"))
                .containsExactly(
                        Map.entry("dead-lettered:bad-record", 3L),
                        Map.entry("dead-lettered:unreadable-file", 1L),
                        Map.entry("emitted", 1L));
        assertThat(publisher.deadLetters)
                .anySatisfy(letter -> assertThat(letter.reason()).contains("not what its writer digested"));
    }

    @Test
    void whatWasNotedWithACaptureCountsAndGoesAlong() throws Exception {
        String about = "WARC-Target-URI: https://vale.example.org/1\r\n"
                + "WARC-Concurrent-To: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n";
        Files.write(
                folder.resolve("noted.warc.gz"),
                joined(
                        response(1, "", PLAIN + page(1)),
                        record(
                                "request",
                                2,
                                about + "Content-Type: application/http; msgtype=request\r\n",
                                "GET /1 HTTP/1.1\r\n\r\n"),
                        record(
                                "metadata",
                                3,
                                about + "Content-Type: application/warc-fields\r\n",
                                "via: https://vale.example.org/feed\r\nlisted-published-at: 2023-02-01T00:00:00Z\r\n"),
                        response(4, "", PLAIN + page(4))));

        run("noted.warc.gz");

        assertThat(publisher.documents)
                .extracting(Document::publishedAt)
                .containsExactly(Instant.parse("2023-02-01T00:00:00Z"), null);
        assertThat(archiveText())
                .contains("via: https://vale.example.org/feed")
                .contains("copied-record: urn:uuid:00000000-0000-0000-0000-000000000001")
                .contains("GET /1 HTTP/1.1");
    }

    private String archiveText() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : new ArchiveFolder(folder.resolve("data/archive")).files()) {
            all.append(new String(gunzip(Files.readAllBytes(file)), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String resource(String path, byte[] bytes) {
        return "{\"name\":\"x\",\"path\":\"%s\",\"hash\":\"sha256:%s\",\"bytes\":%d}"
                .formatted(path, ContentHash.sha256Hex(bytes), bytes.length);
    }

    private void wacz(String name, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    private static Map<String, byte[]> packed(byte[] first, byte[] second) {
        String description = "{\"profile\":\"data-package\",\"wacz_version\":\"1.1.1\",\"resources\":["
                + resource("archive/a.warc.gz", first) + "," + resource("archive/b.warc.gz", second) + "]}";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("archive/a.warc.gz", first);
        files.put("archive/b.warc.gz", second);
        files.put("datapackage.json", description.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void theCapturesOfAWaczPackageAreTaken() throws Exception {
        wacz(
                "c.wacz",
                packed(
                        joined(response(1, "", PLAIN + page(1)), response(2, "", PLAIN + page(2))),
                        response(3, "", PLAIN + page(3))));

        assertThat(run("c.wacz")).containsExactly(Map.entry("emitted", 3L));
        assertThat(archiveText()).contains("copied-from: c.wacz!archive/b.warc.gz");
    }

    @Test
    void nothingIsTakenFromAPackageThatIsNotWhatItSays() throws Exception {
        byte[] warc = response(1, "", PLAIN + page(1));
        Map<String, byte[]> changed = packed(warc, warc);
        changed.put("archive/b.warc.gz", response(2, "", PLAIN + page(2)));
        wacz("changed.wacz", changed);
        Map<String, byte[]> slipped = packed(warc, warc);
        slipped.put("archive/c.warc.gz", warc);
        wacz("slipped.wacz", slipped);
        Map<String, byte[]> missing = packed(warc, warc);
        missing.remove("archive/a.warc.gz");
        wacz("missing.wacz", missing);
        Map<String, byte[]> redescribed = packed(warc, warc);
        redescribed.put("datapackage-digest.json", "{\"hash\":\"sha256:00\"}".getBytes(StandardCharsets.UTF_8));
        wacz("redescribed.wacz", redescribed);
        wacz("bomb.wacz", packed(warc, new byte[40 << 20]));
        wacz("other.wacz", Map.of("readme.txt", new byte[1]));
        Files.writeString(folder.resolve("text.wacz"), "not a ZIP file");

        assertThat(run(".")).containsExactly(Map.entry("dead-lettered:unreadable-file", 7L));

        assertThat(publisher.documents).isEmpty();
        assertThat(publisher.deadLetters)
                .extracting(letter -> Path.of(letter.origin()).getFileName() + ": " + letter.reason())
                .anyMatch(m -> m.matches("changed.*archive/b.warc.gz was changed after it was packed.*"))
                .anyMatch(m ->
                        m.matches("slipped.*archive/c.warc.gz is in the package and not in its datapackage.json.*"))
                .anyMatch(m -> m.matches("missing.*archive/a.warc.gz, which is not in the package.*"))
                .anyMatch(m -> m.matches("redescribed.*datapackage.json was changed.*"))
                .anyMatch(m -> m.matches("bomb.*unpacks to more than 200 times its size.*"))
                .anyMatch(m -> m.matches("other.*no datapackage.json.*"))
                .anyMatch(m -> m.matches("text.*zip.*"));
    }
}
