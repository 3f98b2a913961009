package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    /** A device that is always full. */
    private static final Path FULL = Path.of("/dev/full");

    private final TestingCommand command = new TestingCommand();

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "run", "status", "timeline"})
    void everyCommandExplainsItself(String name) {
        assertThat(execute(name, "--help")).isZero();
        assertThat(command.out()).contains("Usage: watchword " + name).contains("--data");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(execute()).isEqualTo(2);
        assertThat(execute("dmeo")).isEqualTo(2);
        assertThat(execute("run")).isEqualTo(2);
        assertThat(execute("run", "cook")).isEqualTo(2);
        assertThat(execute("demo", "--port", "many")).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void aMistakeInTheSettingsIsOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("w.yaml"), "desk: {prot: 1}");
        assertThat(execute("status", "--config", file.toString())).isEqualTo(1);
        assertThat(command.err())
                .isEqualTo("watchword: " + file + ":1:8: unknown key 'prot'; did you mean 'port'?"
                        + System.lineSeparator());
        assertThat(command.out()).isEmpty();
    }

    @Test
    @EnabledIf("hasAFullDisk")
    void aFullDiskIsOneSentence() throws Exception {
        IOException full = catchThrowableOfType(IOException.class, () -> Files.writeString(FULL, "x"));
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine().setErr(new PrintWriter(said, true));

        int code = line.getExecutionExceptionHandler()
                .handleExecutionException(new UncheckedIOException(full), line, line.getParseResult());

        assertThat(code).isEqualTo(1);
        assertThat(said.toString()).contains("No space is left on the disk").doesNotContain("\tat ");
    }

    static boolean hasAFullDisk() {
        return Files.exists(FULL);
    }

    @Test
    void statusWithoutARunningInstanceSaysSo(@TempDir Path folder) {
        assertThat(execute("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(command.err())
                .contains("No watchword runs over the data folder " + folder)
                .doesNotContain("\tat ");
    }

    @Test
    void rolesWithoutAKafkaOfTheirOwnAreRefused(@TempDir Path folder) {
        assertThat(execute("run", "analyze", "--data", folder.toString())).isEqualTo(1);
        assertThat(command.err()).contains("kafka.bootstrapServers");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void feedsOfAReaderBecomeASourceFile(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("sources"));
        Path config = Files.writeString(folder.resolve("w.yaml"), "ingest: {sourcesFolder: sources}");
        Path opml = Files.writeString(
                folder.resolve("mine.opml"),
                "<opml version=\"2.0\"><body>\n<outline text=\"Vale\" xmlUrl=\"https://vale.example.org/rss\"/>\n"
                        + "<outline text=\"Nothing\"/></body></opml>");
        Path yaml = folder.resolve("sources/mine.yaml");

        assertThat(execute(
                        "sources",
                        "import",
                        opml.toString(),
                        "--config",
                        config.toString(),
                        "--output",
                        yaml.toString()))
                .isZero();
        assertThat(command.err())
                .contains(opml + ":3: Nothing: no address of a feed")
                .contains("1 feeds taken, 1 outlines refused");
        assertThat(execute("sources", "check", "--config", config.toString())).isZero();
        assertThat(command.out()).contains("vale").contains("1 sources, 0 enabled");
        assertThat(execute("sources", "import", opml.toString(), "--config", config.toString()))
                .as("everything is there already")
                .isEqualTo(1);
    }

    @Test
    void thePastOfASourceIsAskedFor(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("sources"));
        Path config = Files.writeString(folder.resolve("w.yaml"), "ingest: {sourcesFolder: sources}");
        Files.writeString(
                folder.resolve("sources/s.yaml"),
                "sources: [{id: vale, outlet: Vale, kind: feed, url: 'https://vale.example.org/rss'}]");
        Path data = folder.resolve("data");

        assertThat(execute(
                        "sources",
                        "backfill",
                        "vale",
                        "--from",
                        "2031-01-01",
                        "--to",
                        "2031-01-31",
                        "--config",
                        config.toString(),
                        "--data",
                        data.toString()))
                .isZero();
        assertThat(data.resolve("fetch/backfill/vale/2031-01-01..2031-01-31")).exists();
        assertThat(execute("sources", "backfill", "vlae", "--from", "2031-01-01", "--config", config.toString()))
                .isEqualTo(2);
        assertThat(command.err()).contains("did you mean 'vale'?");
        assertThat(execute(
                        "sources",
                        "backfill",
                        "vale",
                        "--from",
                        "2031-02-01",
                        "--to",
                        "2031-01-01",
                        "--config",
                        config.toString()))
                .isEqualTo(2);
    }

    private int execute(String... arguments) {
        return command.run(arguments);
    }
}
