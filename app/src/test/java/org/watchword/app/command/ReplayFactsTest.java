package org.watchword.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.config.AnalyzeConfig;
import org.watchword.app.config.CustodyConfig;
import org.watchword.app.config.DataSize;
import org.watchword.app.config.StoriesConfig;
import org.watchword.app.replay.Replay;
import org.watchword.app.replay.ReplayRange;
import org.watchword.app.role.Custody;
import org.watchword.ingest.custody.CustodyEvent;

class ReplayFactsTest {

    private static final CustodyConfig CUSTODY =
            new CustodyConfig(true, Duration.ofMinutes(10), "ada", "", Optional.empty());
    private static final ReplayRange ALL = new ReplayRange(Instant.EPOCH, Replay.FOREVER, false, 20);

    private final Path data;
    private final Path config;

    ReplayFactsTest(@TempDir Path data, @TempDir Path config) {
        this.data = data;
        this.config = config;
    }

    @BeforeEach
    void writeFolders() throws IOException {
        for (String name : List.of("rules", "words", "more", "languages")) {
            Files.writeString(Files.createDirectories(config.resolve(name)).resolve("a.yaml"), name);
        }
    }

    @Test
    void sameFilesRaiseNoDoubt() throws IOException {
        analysed(settings("words", "more"));
        ReplayFacts facts = ReplayFacts.of(settings("words", "more"), CUSTODY, data);

        assertThat(facts.doubt()).isEmpty();
        assertThat(facts.told(ALL)).containsEntry("the line's last analysis", "with the same");
    }

    @Test
    void wordListsThatAreMissingAreDoubtedAndNamed() throws IOException {
        analysed(settings("words", "more"));
        ReplayFacts facts = ReplayFacts.of(settings("words"), CUSTODY, data);

        assertThat(facts.doubt())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("--lexicons"));
        assertThat(facts.told(ALL))
                .containsEntry("word lists", config.resolve("words").toString())
                .hasEntrySatisfying(
                        "the line's last analysis", told -> assertThat(told).startsWith("with others, SHA-256 "));
    }

    @Test
    void theLatestAnalysisCounts() throws IOException {
        analysed(settings("words"));
        analysed(settings("words", "more"));

        assertThat(ReplayFacts.of(settings("words"), CUSTODY, data).doubt()).isPresent();
        assertThat(ReplayFacts.of(settings("words", "more"), CUSTODY, data).doubt())
                .isEmpty();
    }

    @Test
    void dataWithoutACustodyLogIsSaidToBeOfUnknownAnalysis() throws IOException {
        ReplayFacts facts = ReplayFacts.of(settings("words"), CUSTODY, data);

        assertThat(facts.doubt()).isEmpty();
        assertThat(facts.told(ALL)).containsEntry("the line's last analysis", "not in the custody log");
        assertThat(data.resolve("custody")).doesNotExist();
    }

    private void analysed(AnalyzeConfig settings) throws IOException {
        Custody.log(CUSTODY, data, InstantSource.system())
                .append(CustodyEvent.ANALYSIS, Map.of("rules", Custody.analysisDigest(settings)));
    }

    private AnalyzeConfig settings(String... lexicons) {
        return new AnalyzeConfig(
                1,
                Duration.ofMillis(200),
                DataSize.parse("64 MiB"),
                new StoriesConfig(0.25, 0.8, 60, Duration.ofDays(90)),
                config.resolve("rules"),
                Duration.ofSeconds(10),
                List.of(lexicons).stream().map(config::resolve).toList(),
                config.resolve("languages"),
                false);
    }
}
