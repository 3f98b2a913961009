package org.watchword.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPausesTest {

    private static final Instant NOW = Instant.parse("2031-05-06T12:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private HostPauses.Pause of(String host) throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            return Objects.requireNonNull(state.hostPauses(LONGEST).all().get(host), host);
        }
    }

    private void note(String host, Duration wait, Instant now) throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            state.hostPauses(LONGEST).note(host, wait, now);
        }
    }

    @Test
    void aPauseIsKeptOverARestartRoundedUp() throws IOException {
        note("a.example", Duration.ofMillis(1_990), NOW);

        assertThat(of("a.example")).isEqualTo(new HostPauses.Pause(Duration.ofSeconds(2), null));
        assertThat(of("a.example").freeAt(NOW.plusSeconds(100)))
                .as("whoever starts waits the pause anew")
                .isEqualTo(NOW.plusSeconds(102));
    }

    @Test
    void theLongestPauseAskedForCounts() throws IOException {
        note("a.example", Duration.ofSeconds(10), NOW);
        note("a.example", Duration.ofSeconds(2), NOW.plusSeconds(60));

        assertThat(of("a.example").pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aHostInTroubleIsLeftAloneUntilItsTimeAndKeepsItsPause() throws IOException {
        note("a.example", Duration.ofSeconds(2), NOW);
        note("a.example", Duration.ofMinutes(50), NOW);

        HostPauses.Pause pause = of("a.example");
        assertThat(pause).isEqualTo(new HostPauses.Pause(Duration.ofSeconds(2), NOW.plus(Duration.ofMinutes(50))));
        assertThat(pause.freeAt(NOW.plusSeconds(60))).isEqualTo(NOW.plus(Duration.ofMinutes(50)));
        assertThat(pause.freeAt(NOW.plus(Duration.ofMinutes(50))))
                .isEqualTo(NOW.plus(Duration.ofMinutes(50)).plusSeconds(2));
    }

    @Test
    void theFirstAnswerAfterItsTroubleEndsIt() throws IOException {
        note("a.example", Duration.ofMinutes(50), NOW);
        note("a.example", Duration.ofSeconds(2), NOW.plus(Duration.ofMinutes(20)));

        assertThat(of("a.example").closedUntil()).isNull();
    }

    @Test
    void hostsAreKeptApart() throws IOException {
        note("a.example", Duration.ofMinutes(50), NOW);
        note("b.example", Duration.ofSeconds(2), NOW);

        assertThat(of("b.example").closedUntil()).isNull();
        assertThat(of("a.example").pause()).isEqualTo(Duration.ZERO);
    }
}
