package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command where no server is needed to tell what is wrong. */
class DigestCommandTest {

    private final TestingCommand command = new TestingCommand();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void settings() throws IOException {
        Files.createDirectories(folder.resolve("digests"));
        Files.writeString(folder.resolve("settings.yaml"), "digest:\n  folder: digests\n");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "digest";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = folder.resolve("settings.yaml").toString();
        return command.runOver(folder.resolve("data"), all);
    }

    private void write(String line) throws IOException {
        Files.writeString(
                folder.resolve("digests/desk.yaml"),
                "digests:\n- id: threats\n  title: Threats\n  schedule: 0 6 * * *\n  " + line + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severty: high          | desk.yaml:5:3: unknown key | severity",
                "severity: grave        | desk.yaml:5:13: severity | low, medium, high",
                "categories: [threta]   | desk.yaml:5:15: categories | threat",
                "timeZone: Europe/Wien  | desk.yaml:5:13: timeZone | is not a time zone",
                "recipients: [nobody]   | desk.yaml:5:15: recipients | not a mail address",
                "title: [               | desk.yaml: | "
            })
    void aMistakeIsNamedWithFileLineAndKey(String line, String place, String hint) throws IOException {
        write(line);
        assertThat(run("--dry-run")).isEqualTo(1);
        assertThat(command.err()).contains("desk.yaml");
        assertThat(command.err().replace(folder.resolve("digests") + "/", "")).contains(place);
        if (hint != null) {
            assertThat(command.err()).contains(hint);
        }
        assertThat(command.out()).isEmpty();
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        assertThat(run("--dry-run")).isEqualTo(1);
        assertThat(command.err()).contains("There is no digest in", "docs/digests.md");
        write("");
        assertThat(run("--output", "x")).isEqualTo(2);
        assertThat(run("threat", "--dry-run")).isEqualTo(2);
        assertThat(command.err()).contains("No digest 'threat'; did you mean 'threats'?");
        assertThat(run("--date", "yesterday")).isEqualTo(2);
        assertThat(run("--dry-run")).isEqualTo(1);
        assertThat(command.err()).contains("No watchword runs over the data folder");
    }
}
