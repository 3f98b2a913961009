package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.frontier.FetchSchedule;
import org.watchword.ingest.frontier.FetchSchedule.Finding;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.testing.TestingClock;

class PassPlanTest {

    private static final FetchSchedule HOURLY =
            new FetchSchedule(Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofDays(1));
    private static final Source FEED = new Source.Feed(
            Profile.of("vale", "The Vale Courier"), List.of("https://vale.example/feed"), Crawl.DEFAULT);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final TestingClock clock = new TestingClock(Instant.parse("2026-01-05T08:00:00Z"));

    @Test
    void aSourceWhoseHostWasLeftAloneIsLookedAtWhenTheHostMayBeAsked() throws Exception {
        assertThat(restAfterFailure(Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aHostThatIsLeftAloneForLongerThanTheIntervalDoesNotDelayTheNextLook() throws Exception {
        assertThat(restAfterFailure(Duration.ofHours(7))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anUnreadableSourceWaitsForItsTurn() throws Exception {
        assertThat(restAfterFailure(null)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aHostThatMayBeAskedAtOnceIsStillGivenAMoment() throws Exception {
        assertThat(restAfterFailure(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aClockThatIsPutBackDoesNotPutASourceOff() throws Exception {
        try (FetchState state = FetchState.open(folder)) {
            PassPlan plan = new PassPlan(HOURLY, List.of(FEED), state.passTimes(), clock, false);
            clock.advance(Duration.ofHours(10));
            assertThat(plan.claim()).contains(FEED);
            plan.ended(FEED, Finding.CHANGED, false, null);
            clock.advance(Duration.ofHours(-10));

            assertThat(plan.claim()).contains(FEED);
            plan.ended(FEED, Finding.UNCHANGED, false, null);
            assertThat(plan.claim()).as("planned anew").isEmpty();
        }
    }

    private Duration restAfterFailure(@Nullable Duration askAgainIn) throws Exception {
        try (FetchState state = FetchState.open(folder)) {
            PassPlan plan = new PassPlan(HOURLY, List.of(FEED), state.passTimes(), clock, false);
            assertThat(plan.claim()).contains(FEED);
            plan.ended(FEED, Finding.CHANGED, false, null);
            clock.advance(Duration.ofHours(1));
            assertThat(plan.claim()).contains(FEED);
            plan.ended(FEED, Finding.FAILED, false, askAgainIn);
            Instant failed = clock.instant();
            while (plan.claim().isEmpty()) {
                clock.advance(Duration.ofSeconds(5));
            }
            return Duration.between(failed, clock.instant());
        }
    }
}
