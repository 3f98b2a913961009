package org.watchword.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.testing.TestingClock;

class HostPacingTest {

    private static final String HOST = "vale.example";

    private final TestingClock clock = new TestingClock(Instant.parse("2031-05-06T12:00:00Z"));
    private final HostPacing pacing = new HostPacing(clock);

    @Test
    void aPauseThatBeganUnderAClockThatWasAheadBeginsAnew() {
        clock.advance(Duration.ofHours(2));
        pacing.backOff(HOST, Duration.ofMinutes(1));
        clock.advance(Duration.ofHours(-2));

        assertThat(pacing.remaining(HOST)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pacing.isFree(HOST)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(pacing.isFree(HOST)).isTrue();
    }

    @Test
    void aShorterPauseDoesNotShortenALongerOne() {
        pacing.backOff(HOST, Duration.ofMinutes(5));
        pacing.backOff(HOST, Duration.ofSeconds(1));

        assertThat(pacing.remaining(HOST)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aHostThatWasNeverAskedIsFree() {
        assertThat(pacing.isFree(HOST)).isTrue();
        assertThat(pacing.remaining(HOST)).isZero();
        assertThat(pacing.waitMillis(HOST)).isZero();
    }
}
