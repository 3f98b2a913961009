package org.watchword.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.http.Fetched;

class HostBackoffTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Fetched GOOD = new Fetched.Redirect(302, "/elsewhere");

    private final HostBackoff backoff =
            new HostBackoff(Duration.ofSeconds(30), HOUR, Duration.ofHours(2), new SplittableRandom(7));

    private static Fetched failed(String code, @Nullable Duration retryAfter) {
        return new Fetched.Failed(code, "told so", true, retryAfter);
    }

    @Test
    void doublesWithAtMostAQuarterByChanceUpToTheLongest() {
        long least = 30;
        for (int i = 0; i < 40; i++) {
            Duration pause = backoff.after("a", failed("http-503", null));
            assertThat(pause).isBetween(Duration.ofSeconds(least), Duration.ofMillis(least * 1250));
            least = Math.min(3600, least * 2);
        }
    }

    @Test
    void chanceIsReallyThrown() {
        HostBackoff other = new HostBackoff(Duration.ofSeconds(30), HOUR, HOUR, new SplittableRandom(8));
        assertThat(backoff.after("a", failed("http-429", null)))
                .isNotEqualTo(other.after("a", failed("http-429", null)));
    }

    @Test
    void anyOtherAnswerEndsIt() {
        backoff.after("a", failed("http-429", null));
        backoff.after("a", failed("http-429", null));
        assertThat(backoff.after("a", GOOD)).isZero();
        assertThat(backoff.after("a", failed("http-429", null))).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void hostsAreInTroubleEachForItself() {
        backoff.after("a", failed("unreachable", null));
        backoff.after("a", failed("unreachable", null));
        assertThat(backoff.after("b", failed("unreachable", null))).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void retryAfterIsTheLeastAndIsCapped() {
        assertThat(backoff.after("a", failed("http-503", Duration.ofMinutes(10))))
                .isBetween(Duration.ofMinutes(10), Duration.ofSeconds(750));
        assertThat(backoff.after("b", failed("http-429", Duration.ofDays(9))))
                .isBetween(Duration.ofHours(2), Duration.ofMinutes(150));
        assertThat(backoff.after("c", failed("http-429", Duration.ZERO)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatIsWrongWithAPageIsNothingWrongWithItsHost() {
        assertThat(backoff.after("a", failed("not-found", null))).isZero();
        assertThat(backoff.after("a", failed("http-500", null))).isZero();
        assertThat(backoff.after("a", failed("too-large", null))).isZero();
    }
}
