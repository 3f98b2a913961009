package org.watchword.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillsIT {

    @Test
    void whatIsKilledAtRandomPointsLosesNothingAndDoublesNothing(@TempDir Path work) throws Exception {
        KillTrial.Outcome outcome = new KillTrial(work, 600, 4, 1).run(3, 1_500);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.duringWork()).as("kills that could have done harm").isPositive();
        assertThat(outcome.documents()).isGreaterThanOrEqualTo(600);
    }
}
