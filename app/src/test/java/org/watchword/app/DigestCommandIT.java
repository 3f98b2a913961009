package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code watchword digest} over the sample outlet, as a person types it. */
@ExtendWith(SampleLine.Shared.class)
class DigestCommandIT {

    private final SampleLine sample;
    private final TestingCommand command = new TestingCommand();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    DigestCommandIT(SampleLine sample) {
        this.sample = sample;
    }

    @BeforeEach
    void subscriptions() throws IOException {
        Files.createDirectories(folder.resolve("digests"));
        Files.writeString(
                folder.resolve("settings.yaml"),
                "digest:\n  folder: digests\n  outputFolder: " + folder.resolve("sent") + "\n");
        // Due once a year, so that the year holds whatever the sample outlet published.
        Files.writeString(folder.resolve("digests/hand.yaml"), """
                digests:
                - {id: by-hand, title: By hand, schedule: 0 0 1 1 *, formats: [html, markdown, atom]}
                - {id: by-hand-refused, title: Refused, schedule: 0 0 1 1 *, query: 'vermin AND (', formats: [html]}
                - {id: by-hand-quiet, title: Quiet, schedule: 0 0 1 1 *, query: nothingofthekind, formats: [html]}
                """);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("digest"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", folder.resolve("settings.yaml").toString()));
        return command.runOver(sample.folder(), all.toArray(String[]::new));
    }

    @Test
    void aDryRunShowsTheNextIssueAndLeavesNoTrace() {
        assertThat(run("by-hand", "--dry-run")).as(command.err()).isZero();
        String first = command.out();
        assertThat(first).contains("By hand", "Aldric Venmoor", "the Yelkun is a wolf");
        assertThat(run("by-hand", "--dry-run")).isZero();
        assertThat(withoutTimes(command.out())).isEqualTo(withoutTimes(first));
        assertThat(run("by-hand", "--list")).isZero();
        assertThat(command.out()).contains("next ").doesNotContain("no. ");
        assertThat(folder.resolve("sent")).doesNotExist();
    }

    @Test
    void theIssueOfADayIsShownAndADayWithoutOneIsNamed() {
        LocalDate newYear = LocalDate.now(ZoneOffset.UTC).withDayOfYear(1).plusYears(1);
        assertThat(run(
                        "by-hand",
                        "--date",
                        newYear.toString(),
                        "--output",
                        folder.resolve("shown").toString()))
                .as(command.err())
                .isZero();
        assertThat(command.out().lines()).hasSize(3).allMatch(file -> Files.isRegularFile(Path.of(file)));
        assertThat(run("by-hand", "--date", newYear.plusDays(3).toString())).isEqualTo(1);
        assertThat(command.err()).contains("No issue of by-hand ends on " + newYear.plusDays(3));
    }

    @Test
    void aQueryThatCannotBeReadAndNothingFoundAreSaid() {
        assertThat(run("by-hand-refused", "--dry-run")).as(command.err()).isZero();
        assertThat(command.out()).contains("vermin AND (", "The query was refused", "never closed");
        assertThat(run("by-hand-quiet", "--dry-run")).isZero();
        assertThat(command.out()).containsIgnoringCase("nothing").containsIgnoringCase("sources");
    }

    @Test
    void whatIsSentByHandIsNotSentAgain() throws IOException {
        String id = "by-hand-sent";
        Files.writeString(
                folder.resolve("digests/sent.yaml"),
                "digests:\n- {id: " + id + ", title: Sent, schedule: 0 0 1 1 *, formats: [html, markdown, atom]}\n");
        assertThat(run(id)).as(command.err()).isZero();
        assertThat(command.out()).contains("no. 1", "went out at");
        assertThat(folder.resolve("sent").resolve(id).resolve("feed.atom")).exists();
        assertThat(run(id)).isZero();
        assertThat(command.out()).contains("no. 2");
        assertThat(run(id, "--dry-run")).isZero();
        assertThat(command.out()).doesNotContain("the Yelkun is a wolf that");
    }

    /** The end of what is not yet over moves with the clock. */
    /** And without what the line, which goes on looking at its sources, may count anew between two digests. */
    private static String withoutTimes(String digest) {
        return digest.replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "")
                .replaceAll("%3A\\d\\d|T\\d+[^ ]*", "")
                .replaceAll("\\d+ of \\d+ were refused", "");
    }
}
