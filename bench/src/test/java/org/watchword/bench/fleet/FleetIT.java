package org.watchword.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.bench.process.RoleProcess;

/** Whole fetchers in processes of their own, over a real broker, judged by what the hosts have seen. */
class FleetIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int HOSTS = 30;
    private static final int DELAY_MILLIS = 300;

    /** So many that the one who is killed leaves work behind, though it began alone. */
    private static final int PAGES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void fetchersShareTheWorkAndAHostIsNeverAskedByTwo() throws Exception {
        try (HostFarm farm = new HostFarm(HOSTS, PAGES);
                FleetRun run = new FleetRun(folder, farm, 12, Duration.ofMillis(DELAY_MILLIS), "two")) {
            RoleProcess one = run.start("one");
            RoleProcess two = run.start("two");
            run.await(
                    "a share each",
                    PATIENCE,
                    () -> run.verdict().shares().size() == 2
                            && run.verdict().shares().values().stream().allMatch(n -> n > 40));

            one.kill();
            run.start("three");
            run.await(
                    "a share for the third",
                    PATIENCE,
                    () -> run.verdict().shares().getOrDefault("three", 0L) > 30);

            // It knows nothing of having stood still for longer than a session.
            two.stop();
            Thread.sleep(8_000);
            two.goOn();
            run.await("every page", PATIENCE, () -> run.emitted() >= farm.documents());

            Verdict verdict = run.verdict();
            assertThat(verdict.pages()).isEqualTo(farm.documents());
            assertThat(verdict.repeated())
                    .as("in flight when one was killed, one stopped")
                    .isLessThanOrEqualTo(2 * FleetRun.THREADS);
            assertThat(verdict.overlapping()).as(verdict.toString()).isZero();
            assertThat(verdict.leastPauseMillis()).as(verdict.toString()).isGreaterThanOrEqualTo(DELAY_MILLIS);
            assertThat(verdict.handovers()).isPositive();
            assertThat(run.emitted()).isEqualTo(farm.documents());
            assertThat(run.wrong()).isEmpty();
            assertThat(run.documents()).hasSize(farm.documents()).doesNotHaveDuplicates();
        }
    }
}
