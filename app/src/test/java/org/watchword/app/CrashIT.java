package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.status.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The program killed twice in the middle of its work comes to the same statements as one left alone. */
class CrashIT {

    private static final long SEED = 20310506;
    private static final int DOCUMENTS = 200;
    private static final List<String> NAMES = List.of("Ada Renn", "Tomas Verrick", "Ilse Corrow", "Jory Mendel");
    private static final List<String> SENTENCES = List.of(
            "“The islanders are rats and they will be driven out,” %s said.",
            "%s said: “The harbour was closed for two days.”",
            "“We were promised boats,” said %s, “and we got a poster.”",
            "According to %s, the budget will be voted on in spring.",
            "The ferry left on time and the market was open.");

    /** About a minute. */
    private static final int READINGS = 24;

    private final Path folder;

    CrashIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aKilledRunComesToTheSameStatements() throws Exception {
        Path sources = sources();
        Map<String, String> undisturbed;
        try (TestingProgram program = new TestingProgram(data("undisturbed"), sources)) {
            program.await(CrashIT::indexed, DOCUMENTS);
            undisturbed = settled(program);
        }
        assertThat(undisturbed).hasSizeGreaterThan(DOCUMENTS);

        Path data = data("killed");
        try (TestingProgram program = new TestingProgram(data, sources)) {
            program.await(account -> account.stage("fetch").in(), 20);
            program.kill();
        }
        try (TestingProgram program = new TestingProgram(data, sources)) {
            program.await(CrashIT::indexed, 20);
            program.kill();
        }
        loseFilesOfState(data.resolve("analyze"));
        try (TestingProgram program = new TestingProgram(data, sources)) {
            // Counts of two stages are read one after the other: for a moment the later may know more than the earlier.
            Account account = program.await(read -> read.failed() ? 0 : indexed(read), DOCUMENTS);
            assertThat(account.stage("fetch").ended("emitted")).isEqualTo(DOCUMENTS);
            assertThat(account.stage("analyze").ended("dead-lettered")).isZero();
            // Stories wait until the broker has given up the transactions of whoever was killed.
            Map<String, String> statements = statements(program);
            for (int i = 0; i < READINGS && !statements.equals(undisturbed); i++) {
                statements = statements(program);
            }
            assertThat(statements).isEqualTo(undisturbed);
        }
    }

    /** As if the kill had come while the stores of the kill before were being deleted. */
    private static void loseFilesOfState(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> lost = files.filter(file -> file.getFileName().toString().startsWith("MANIFEST-"))
                    .toList();
            assertThat(lost).isNotEmpty();
            for (Path each : lost) {
                Files.delete(each);
            }
        }
    }

    private static long indexed(Account account) {
        return account.stage("index").ended("emitted");
    }

    /** Copies are told of each other after their statements are there: read until two readings are the same. */
    private static Map<String, String> settled(TestingProgram program) throws IOException, InterruptedException {
        Map<String, String> last = statements(program);
        Map<String, String> next = statements(program);
        for (int i = 0; i < READINGS && !next.equals(last); i++) {
            last = next;
            next = statements(program);
        }
        return next;
    }

    /** Id to content, without what differs from run to run: when it was captured and where the bytes lie. */
    private static Map<String, String> statements(TestingProgram program) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(2500);
        Map<String, String> statements = new TreeMap<>();
        for (JsonNode hit : TestingLine.all(program.port(), "")) {
            ObjectNode kept = ((ObjectNode) hit).deepCopy();
            kept.remove(List.of("capturedAt", "archive"));
            String doubled = statements.put(hit.get("id").asString(), kept.toString());
            assertThat(doubled).isNull();
        }
        return statements;
    }

    private Path data(String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        // Or, for root, the server's files would lie in a system folder.
        for (Path each : List.of(folder, data)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return data;
    }

    private Path sources() throws IOException {
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < DOCUMENTS; i++) {
            StringBuilder text = new StringBuilder("Report number " + i + " from the harbour.");
            for (int s = 0; s < 12; s++) {
                text.append(s % 4 == 0 ? "\n\n" : " ")
                        .append(SENTENCES
                                .get(random.nextInt(SENTENCES.size()))
                                .formatted(NAMES.get(random.nextInt(NAMES.size()))));
            }
            lines.append(JsonMapper.shared()
                            .createObjectNode()
                            .put("id", "report-" + i)
                            .put("title", "Report " + i)
                            .put("publishedAt", "2031-05-06")
                            .put("text", text.toString()))
                    .append('\n');
        }
        Path reports = Files.writeString(folder.resolve("reports.jsonl"), lines);
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("reports.yaml"), """
                        sources:
                          - id: reports
                            outlet: The Harbour Wire
                            kind: files
                            language: en
                            path: "%s"
                        """.formatted(reports));
        return sources;
    }
}
