package org.watchword.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.testing.TestingClock;

class SessionTest {

    private final TestingClock clock = new TestingClock(Instant.parse("2031-05-06T08:00:00Z"));
    private final Session session = new Session(clock, Duration.ofSeconds(30));

    @Test
    void nothingHoldsBeforeTheFirstConfirmation() {
        assertThat(session.holds()).isFalse();
    }

    @Test
    void itHoldsForTwoThirdsOfASessionFromTheQuestionNotFromTheAnswer() {
        Session.Until asked = session.now();
        clock.advance(Duration.ofSeconds(5));
        session.confirmed(asked);
        clock.advance(Duration.ofSeconds(14));
        assertThat(session.holds()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(session.holds()).isFalse();
    }

    /** The machine's clock was set back while the process stood still. */
    @Test
    void theMonotonicClockEndsItTooWhenTheOtherIsSetBack() throws Exception {
        Session brief = new Session(clock, Duration.ofMillis(30));
        brief.confirmed(brief.now());
        clock.advance(Duration.ofHours(-1));
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        assertThat(brief.holds()).isFalse();
    }
}
