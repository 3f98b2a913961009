package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every statement of the sample outlet, from the index down to the bytes that came over HTTP. */
@ExtendWith(SampleLine.Shared.class)
class EvidenceIT {

    private final SampleLine sample;
    private final TestingCommand command = new TestingCommand();

    EvidenceIT(SampleLine sample) {
        this.sample = sample;
    }

    private int run(String... arguments) {
        return command.runOver(sample.folder(), arguments);
    }

    private long count(String words) {
        return command.out().lines().filter(line -> line.contains(words)).count();
    }

    @Test
    void everyStatementHolds() throws Exception {
        assertThat(run("evidence", "custody", "note")).isZero();
        // What others have sent into the line's topics beside the archive has no record, and is said to have none.
        int strangers = sample.line().all("&source=test").size();
        assertThat(run("evidence", "verify", "--all"))
                .as(command.out() + command.err())
                .isEqualTo(strangers == 0 ? 0 : 1);
        assertThat(count("DIFFERS")).as(command.out()).isEqualTo(strangers);
        assertThat(count("the text never came through the archive")).isEqualTo(strangers);
        assertThat(command.err()).doesNotContain("\n0 statements");
        assertThat(run("evidence", "custody", "verify"))
                .as(command.out() + command.err())
                .isZero();
    }

    @Test
    void aFlaggedStatementIsPackedFromTheIndexAndVerifiedFromThePackage(@TempDir Path folder) throws Exception {
        String id = sample.line().all("&status=flagged").get(0).get("id").asString();
        Path file = folder.resolve("e.wacz");
        assertThat(run("evidence", "export", id, "--output", file.toString()))
                .as(command.out() + command.err())
                .isZero();
        assertThat(run("evidence", "verify", id, "--from", file.toString()))
                .as(command.out() + command.err())
                .isZero();
        assertThat(Files.size(file)).isLessThan(200_000);
    }
}
