package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "run", "status"})
    void everyCommandExplainsItself(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: watchword " + command).contains("--data");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(execute()).isEqualTo(2);
        assertThat(execute("dmeo")).isEqualTo(2);
        assertThat(execute("run")).isEqualTo(2);
        assertThat(execute("run", "cook")).isEqualTo(2);
        assertThat(execute("demo", "--port", "many")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMistakeInTheSettingsIsOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("w.yaml"), "desk: {prot: 1}");
        assertThat(execute("status", "--config", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("watchword: " + file + ":1:8: unknown key 'prot'; did you mean 'port'?"
                        + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void statusWithoutARunningInstanceSaysSo(@TempDir Path folder) {
        assertThat(execute("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("No watchword runs over the data folder " + folder)
                .doesNotContain("\tat ");
    }

    @Test
    void rolesWithoutAKafkaOfTheirOwnAreRefused(@TempDir Path folder) {
        assertThat(execute("run", "analyze", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("kafka.bootstrapServers");
        assertThat(folder).isEmptyDirectory();
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
