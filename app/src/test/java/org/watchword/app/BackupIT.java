package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.embedded.ShortLived;
import org.watchword.app.line.Endpoints;
import org.watchword.app.status.Account;

/** What docs/operations.md says of backups and of disaster, done step by step: what a line knew is there again. */
class BackupIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;

    BackupIT(@TempDir Path folder) throws IOException {
        // Or, for root, the server's files would lie in a system folder.
        this.folder = Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void whatWasCopiedAwayIsThereAgainAndTheArchiveAloneIsEnough() throws Exception {
        Path backup = Files.createDirectories(folder.resolve("backup"));
        try (SampleLine sample = SampleLine.start()) {
            Map<String, String> statements = statements(sample.line());
            assertThat(statements).hasSizeGreaterThan(50);
            Account before = sample.line().account();
            backUp(sample, backup);

            Map<String, String> restored = restored(sample, backup, before);
            assertThat(restored).isEqualTo(statements);

            Map<String, String> anew = anew(sample, backup.resolve("archive"));
            assertThat(anew.keySet()).isEqualTo(statements.keySet());
        }
    }

    /** State and snapshot while all runs; then Kafka, and last the archive, so that each has what the one before it knows. */
    private static void backUp(SampleLine sample, Path backup) throws Exception {
        Path data = sample.folder();
        try (Connection state = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("fetch/frontier.db"));
                Statement command = state.createStatement()) {
            command.execute("VACUUM INTO '" + backup.resolve("frontier.db") + "'");
        }
        URI server =
                URI.create(Endpoints.running(data).orElseThrow().elasticsearch().get(0));
        ask(server, "PUT", "_snapshot/backup", "{\"type\":\"fs\",\"settings\":{\"location\":\"backup\"}}");
        ask(
                server,
                "PUT",
                "_snapshot/backup/2031-05-06?wait_for_completion=true",
                "{\"indices\":\"watchword-*\",\"include_global_state\":false}");
        sample.line().close();
        copy(data.resolve("elasticsearch/snapshots"), backup.resolve("snapshots"));
        for (String store : List.of("kafka", "archive", "custody")) {
            copy(data.resolve(store), backup.resolve(store));
        }
    }

    /** Everything copied back; the index from its snapshot, before the roles are started. Then work goes on. */
    private Map<String, String> restored(SampleLine sample, Path backup, Account before) throws Exception {
        Path data = folder.resolve("restored");
        for (String store : List.of("archive", "custody", "kafka")) {
            copy(backup.resolve(store), data.resolve(store));
        }
        Files.copy(
                backup.resolve("frontier.db"),
                Files.createDirectories(data.resolve("fetch")).resolve("frontier.db"));
        copy(backup.resolve("snapshots"), data.resolve("elasticsearch/snapshots"));
        ShortLived.elasticsearchOf(data);
        try (EmbeddedElasticsearch server =
                EmbeddedElasticsearch.start(TestingLine.installation().elasticsearchArchive(), data, 384)) {
            ask(server.url(), "PUT", "_snapshot/backup", "{\"type\":\"fs\",\"settings\":{\"location\":\"backup\"}}");
            ask(
                    server.url(),
                    "POST",
                    "_snapshot/backup/2031-05-06/_restore?wait_for_completion=true",
                    "{\"indices\":\"watchword-*\"}");
        }
        try (TestingLine line = new TestingLine(data, sample.environment())) {
            Map<String, String> statements = statements(line);
            assertCheck(data, "archive", "check");
            assertCheck(data, "evidence", "custody", "verify");
            sample.edit();
            Account after = line.await(account -> account.settled() && emitted(account) > emitted(before));
            assertThat(emitted(after))
                    .as("only the page that was edited is new")
                    .isEqualTo(emitted(before) + 1);
            assertThat(after.checks()).allMatch(check -> check.verdict() == Account.Verdict.HOLDS);
            return statements;
        }
    }

    /** Nothing is left but the archive. */
    private Map<String, String> anew(SampleLine sample, Path archive) throws Exception {
        Map<String, String> settings = new HashMap<>(sample.environment());
        settings.put("WATCHWORD_INGEST_SOURCES_FOLDER", sources(archive).toString());
        try (TestingLine line = new TestingLine(Files.createDirectory(folder.resolve("anew")), settings)) {
            line.await(account -> account.settled() && emitted(account) > 30);
            return statements(line);
        }
    }

    private static void assertCheck(Path data, String... arguments) {
        TestingCommand command = new TestingCommand();
        assertThat(command.runOver(data, arguments)).as(command.err()).isZero();
    }

    private static long emitted(Account account) {
        return account.stage("fetch").ended("emitted");
    }

    /** An archive as a source, each outlet's pages with what its own source said of them. */
    private Path sources(Path archive) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("past.yaml"), """
                sources:
                  - {id: courier-speeches, outlet: The Nolmark Courier, kind: warc, path: "%1$s", language: en, speech: true, include: "**/speeches/**"}
                  - {id: courier-feed, outlet: The Nolmark Courier, kind: warc, path: "%1$s", exclude: "**/speeches/**"}
                """.formatted(archive));
        return sources;
    }

    /** Once nothing moves any more: pages find their story a moment after they are counted. */
    private static Map<String, String> statements(TestingLine line) throws Exception {
        Map<String, String> last = read(line);
        for (int i = 0; i < 20; i++) {
            TimeUnit.SECONDS.sleep(3);
            Map<String, String> now = read(line);
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        throw new AssertionError("the statements have not come to rest in a minute");
    }

    /** What a search finds, by id; when and where it was captured is a matter of the run. */
    private static Map<String, String> read(TestingLine line) throws Exception {
        TreeMap<String, String> rows = new TreeMap<>();
        line.all("").forEach(row -> rows.put(row.get("id").asString(), row.toString()));
        return rows;
    }

    private static void ask(URI server, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(server.resolve("/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\"failed\":1");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : new TreeSet<>(files.toList())) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
