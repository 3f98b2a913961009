package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.status.Account;

/** What docs/operations.md says of backups, done: a line is copied away, and what it knew is there again. */
class BackupIT {

    private final Path folder;

    BackupIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasCopiedAwayIsThereAgainAndTheArchiveAloneIsEnough() throws Exception {
        Path backup = folder.resolve("backup");
        try (SampleLine sample = SampleLine.start()) {
            TreeSet<String> statements = statements(sample.line());
            assertThat(statements).hasSizeGreaterThan(50);
            sample.line().close();
            for (String store : List.of("archive", "custody", "kafka", "elasticsearch/data")) {
                copy(sample.folder().resolve(store), backup.resolve(store));
            }
            for (String file : List.of("frontier.db", "purpose")) {
                Files.copy(sample.folder().resolve(file), backup.resolve(file));
            }

            Path restored = folder.resolve("restored");
            copy(backup, restored);
            try (TestingLine line = new TestingLine(restored, sample.environment())) {
                assertThat(statements(line)).isEqualTo(statements);
                TestingCommand command = new TestingCommand();
                assertThat(command.runOver(restored, "archive", "check"))
                        .as(command.err())
                        .isZero();
                assertThat(command.runOver(restored, "evidence", "custody", "verify"))
                        .as(command.err())
                        .isZero();
            }

            Map<String, String> settings = new HashMap<>(sample.environment());
            settings.put(
                    "WATCHWORD_INGEST_SOURCES_FOLDER",
                    sources(backup.resolve("archive")).toString());
            try (TestingLine line = new TestingLine(Files.createDirectory(folder.resolve("anew")), settings)) {
                line.await(account -> account.settled() && emitted(account) > 30);
                assertThat(statements(line)).isEqualTo(statements);
            }
        }
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

    private static TreeSet<String> statements(TestingLine line) throws Exception {
        TreeSet<String> ids = new TreeSet<>();
        line.all("").forEach(statement -> ids.add(statement.get("id").asString()));
        return ids;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
