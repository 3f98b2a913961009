package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.tools.ValidateTool;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

/** Archives are read by programs that are not ours. */
class IndependentReadersTest {

    private final Path folder;
    private ArchiveRef page;
    private String file;

    @SuppressWarnings("NullAway.Init")
    IndependentReadersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** One record of every type that is written. */
    @BeforeEach
    void write() throws IOException {
        try (Archive archive =
                Archive.open(folder, 1 << 20, InstantSource.fixed(TestingCaptures.NOON), "Watchword/test")) {
            page = archive.exchange(
                    TestingCaptures.page("<p>\u0531 page</p>").with(Map.of("title", "\u0531", "via", "x")));
            archive.exchange(
                    TestingCaptures.page("https://vale.example.org/b", TestingCaptures.NOON, "<p>\u0531 page</p>"));
            archive.notModified(new CapturedExchange(
                    TestingCaptures.URL,
                    TestingCaptures.NOON,
                    TestingCaptures.latin1("GET /a HTTP/1.1\r\n\r\n"),
                    TestingCaptures.latin1("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"),
                    new byte[0],
                    page.sha256(),
                    "2001:db8::7"));
            // The body came in chunks, so no length was sent.
            archive.exchange(new CapturedExchange(
                    "https://vale.example.org/c",
                    TestingCaptures.NOON,
                    TestingCaptures.latin1("GET /c HTTP/1.1\r\n\r\n"),
                    TestingCaptures.latin1(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n\r\n"),
                    TestingCaptures.latin1("<p>chunked</p>"),
                    ContentHash.sha256Hex("<p>chunked</p>"),
                    null));
            archive.resource(
                    "urn:watchword:s:1",
                    TestingCaptures.NOON,
                    "application/json",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    ContentHash.sha256Hex("{}"));
        }
        file = page.file();
    }

    private record Run(int exit, String out) {}

    private Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }

    /** The folder on the path that holds a program. */
    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }

    @Test
    void jwarcsValidatorFindsNothingWrong() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Run run = run(
                java,
                "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                ValidateTool.class.getName(),
                "--verbose",
                file);
        assertThat(run.out()).contains("Validating " + file).doesNotContain("ERROR");
        assertThat(run.out().split("block digest pass", -1))
                .as("11 records: %s", run.out())
                .hasSize(12);
        assertThat(run.out().split("payload digest pass", -1))
                .as("3 payloads: %s", run.out())
                .hasSize(4);
        assertThat(run.exit()).isZero();
    }

    @Test
    void jwarcsValidatorFindsAChangedByte() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[(int) page.offset() + 60] ^= 1;
        Files.write(folder.resolve(file), bytes);
        String java = ProcessHandle.current().info().command().orElseThrow();
        Run run = run(
                java,
                "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                ValidateTool.class.getName(),
                file);
        assertThat(run.exit()).as(run.out()).isNotZero();
    }

    @Test
    void zcatReadsTheWholeFileAndEachRecordByItsOffset() throws Exception {
        assumeTrue(installed("zcat") && installed("sh"), "zcat is not installed here");
        assertThat(run("zcat", file).out().split("WARC/1\\.1\r\n", -1)).hasSize(12);
        Run record =
                run("sh", "-c", "tail -c +" + (page.offset() + 1) + " '" + file + "' | zcat 2>/dev/null | head -n 12");
        assertThat(record.out()).contains("WARC-Record-ID: <" + page.recordId() + ">");
    }

    /** webrecorder's warcio for Node, where it is installed ({@code npm install -g warcio}). */
    @Test
    void warcioMakesTheSameIndex() throws Exception {
        assumeTrue(installed("warcio"), "warcio is not installed here");
        Run run = run("warcio", "cdx-index", file);
        assumeTrue(!run.out().contains("No such command"), "the warcio installed here makes no CDX index");
        List<String> theirs = places(run.out());
        assertThat(theirs).containsAll(places(Files.readString(FileIndex.cdxj(folder.resolve(file)))));
    }

    /** SURT, time, and where the record lies. */
    private static List<String> places(String cdxj) throws IOException {
        List<String> places = new ArrayList<>();
        for (String line : cdxj.lines().filter(l -> l.contains("{\"url\"")).toList()) {
            String json = line.substring(line.indexOf('{'));
            var tree = tools.jackson.databind.json.JsonMapper.shared().readTree(json);
            places.add(line.substring(0, line.indexOf('{')) + tree.get("offset").asString() + " "
                    + tree.get("length").asString() + " " + tree.get("url").asString());
        }
        return places;
    }
}
