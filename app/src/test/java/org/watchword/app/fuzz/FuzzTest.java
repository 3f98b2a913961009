package org.watchword.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Changed inputs for everything that reads words of others: no crash, no hang, no memory without bound. In the build half a second each,
 * always the same; for as long as you like with {@code ./mvnw -B -pl app -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dwatchword.fuzz.seconds=600}, beginning with another seed each time, or with {@code -Dwatchword.fuzz.seed=N}.
 */
class FuzzTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    @ParameterizedTest
    @EnumSource
    void whateverIsReadIsTakenOrRefusedInTime(FuzzTarget target) throws Exception {
        long seconds = Long.getLong("watchword.fuzz.seconds", 0);
        long seed = Long.getLong("watchword.fuzz.seed", seconds == 0 ? 1 : System.currentTimeMillis() * 1000);
        long taken =
                new Ordeal(target, FuzzSeeds.of(target)).run(seed, seconds == 0 ? SHORT : Duration.ofSeconds(seconds));
        System.out.println(target + ": " + taken + " inputs from seed " + seed);
        assertThat(taken).isPositive();
    }
}
