package org.watchword.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A few faults upon the whole line; {@code bench/run faults} brings two hundred. */
class FaultsIT {

    private static final int PAGES = 60;
    private static final int FAULTS = 6;
    private static final long SEED = 20310506;

    @Test
    @DisabledIfSystemProperty(
            named = "watchword.faults",
            matches = "false",
            disabledReason = "starts some fifteen processes, and was told not to by -Dwatchword.faults=false")
    void amongFaultsNothingIsLostDoubledOrChanged(@TempDir Path work) throws Exception {
        var plan = new TwoLines.Plan(PAGES, List.of("fetch", "analyze", "index"), SEED);
        List<FaultTable> tables = new ArrayList<>();
        TwoLines.Outcome outcome;
        try (PrintWriter log = new PrintWriter(work.resolve("faults.log").toFile(), StandardCharsets.UTF_8)) {
            outcome = new TwoLines(plan, work, log).run(scene -> {
                FaultChoice choice = new FaultChoice(scene);
                tables.add(new FaultTrial(scene).run(FaultTrial.Dose.of(FAULTS), choice, choice.quickOfEach()));
            });
        }

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.statements().isSame()).isTrue();
        assertThat(outcome.expected()).isGreaterThan(PAGES);
        assertThat(tables.get(0).faults()).isEqualTo(FAULTS);
    }
}
