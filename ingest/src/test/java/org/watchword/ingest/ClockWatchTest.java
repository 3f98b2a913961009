package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.Ended;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Frontier;
import org.watchword.ingest.frontier.Rhythm;
import org.watchword.ingest.frontier.UrlState;

class ClockWatchTest {

    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");
    private static final Instant AHEAD = NOON.plus(Duration.ofHours(10));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String URL = "https://vale.example/1";

    private final Path folder;

    ClockWatchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasPlannedMovesAlongWithAClockThatIsPutBack() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            ClockWatch watch = new ClockWatch(state.frontier());
            watch.look(AHEAD);
            find(state, AHEAD);
            attempt(state, AHEAD);

            watch.look(NOON);

            assertThat(isDue(state, NOON.plus(HOUR).minusSeconds(1))).isFalse();
            assertThat(isDue(state, NOON.plus(HOUR))).isTrue();
        }
    }

    @Test
    void theNextRunNoticesItByTheTimesOfTheLast() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            find(state, AHEAD);
            attempt(state, AHEAD);
        }
        try (FetchState state = FetchState.open(folder)) {
            new ClockWatch(state.frontier()).look(NOON);
            assertThat(isDue(state, NOON.plus(HOUR))).isTrue();
        }
    }

    @Test
    void everyRunAfterThatTakesTheClockAsItIs() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            find(state, AHEAD);
            attempt(state, AHEAD);
        }
        for (int start = 0; start < 3; start++) {
            try (FetchState state = FetchState.open(folder)) {
                new ClockWatch(state.frontier()).look(NOON);

                assertThat(isDue(state, NOON.plus(HOUR).minusSeconds(1)))
                        .as("start %s", start)
                        .isFalse();
            }
        }
    }

    @Test
    void aChangeThatAListTellsOfIsNotOlderThanALookOfTheFuture() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            find(state, AHEAD);
            attempt(state, AHEAD);
            new ClockWatch(state.frontier()).look(NOON);
            Instant change = NOON.plusSeconds(60);

            state.frontier()
                    .add("vale", List.of(new Frontier.Found(WebAddress.of(URL).orElseThrow(), change)), change, false);

            assertThat(isDue(state, change)).isTrue();
        }
    }

    @Test
    void aSmallStepIsWaitedOut() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            ClockWatch watch = new ClockWatch(state.frontier());
            watch.look(NOON);
            find(state, NOON);
            attempt(state, NOON);

            watch.look(NOON.minusSeconds(2));

            assertThat(isDue(state, NOON.plus(HOUR).minusMillis(1))).isFalse();
        }
    }

    private static void find(FetchState state, Instant now) {
        var found = new Frontier.Found(WebAddress.of(URL).orElseThrow(), null);
        assertThat(state.frontier().add("vale", List.of(found), now, false)).isEqualTo(1);
    }

    private static void attempt(FetchState state, Instant now) {
        UrlState claimed = state.frontier().claim(now, host -> 0).orElseThrow();
        state.end(new Ended(URL, "vale", "emitted", now, now.plus(HOUR), new Rhythm(HOUR, now), null, null));
        state.frontier().release(claimed, now);
        state.frontier().ended(claimed);
    }

    /** By the disk and by the queue in memory. */
    private static boolean isDue(FetchState state, Instant now) {
        boolean due = state.frontier().claim(now, host -> 0).isPresent();
        assertThat(state.frontier().anyDue(now)).isEqualTo(due);
        return due;
    }
}
