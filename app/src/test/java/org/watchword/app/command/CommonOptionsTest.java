package org.watchword.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.config.WatchwordConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class CommonOptionsTest {

    private static final String HOME = "watchword.home";

    private final Path data;

    CommonOptionsTest(@TempDir Path data) {
        this.data = data;
    }

    @BeforeEach
    void installHere() {
        System.setProperty(HOME, "..");
    }

    @AfterEach
    void forget() {
        System.clearProperty(HOME);
    }

    @Command
    private static final class Probe {

        @Mixin
        private final CommonOptions common = new CommonOptions();
    }

    private WatchwordConfig settings(Map<String, String> overrides) {
        Probe probe = new Probe();
        new CommandLine(probe).parseArgs("--data", data.toString());
        return probe.common.loadForData(overrides);
    }

    @Test
    void dataOfTheDemoSpeakOfTheGroupsAndSourcesOfItsSample() throws IOException {
        Files.writeString(data.resolve("purpose"), "demo");

        assertThat(settings(Map.of()).analyze().lexiconsFolders())
                .anyMatch(folder -> folder.endsWith("sample/lexicons"));
        assertThat(settings(Map.of()).ingest().sourcesFolder()).isEqualTo(data.resolve("sample/sources"));
    }

    @Test
    void whatIsAskedForCountsOverTheDemosOwn() throws IOException {
        Files.writeString(data.resolve("purpose"), "demo");
        Map<String, String> asked = Map.of("WATCHWORD_ANALYZE_LEXICONS_FOLDERS", data.toString());

        assertThat(settings(asked).analyze().lexiconsFolders()).containsExactly(data);
    }

    @Test
    void otherDataKnowNothingOfTheSample() throws IOException {
        Files.writeString(data.resolve("purpose"), "up");

        assertThat(settings(Map.of()).analyze().lexiconsFolders())
                .noneMatch(folder -> folder.endsWith("sample/lexicons"));
    }
}
