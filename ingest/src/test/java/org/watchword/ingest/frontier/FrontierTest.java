package org.watchword.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.Frontier.Found;

class FrontierTest {

    private static final Instant NOW = Instant.parse("2031-05-06T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Path folder;

    FrontierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Found found(String url, boolean news) {
        return new Found(WebAddress.of(url).orElseThrow(), null, news);
    }

    private static List<Found> pages(String host, int n, boolean news) {
        return IntStream.range(0, n)
                .mapToObj(i -> found("https://" + host + "/" + i, news))
                .toList();
    }

    private static Ended ended(String url, Instant at) {
        Rhythm rhythm = new Rhythm(DAY, at);
        return new Ended(url, "s", "emitted", at, at.plus(DAY), rhythm, null, null);
    }

    /** Claims, ends and releases one; its address. */
    private static Optional<String> serve(FetchState state, Instant now) {
        Optional<UrlState> claimed = state.frontier().claim(now, host -> 0);
        claimed.ifPresent(url -> {
            state.end(ended(url.url(), now));
            state.frontier().release(url, now);
            state.frontier().ended(url);
        });
        return claimed.map(UrlState::url);
    }

    @Test
    void hostsAreServedInTurnHoweverManyAddressesTheyHave() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            state.frontier().add("s", pages("big.example", 50, false), NOW, false);
            state.frontier().add("s", pages("small.example", 2, false), NOW.plusMillis(1), false);
            List<String> served = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                served.add(serve(state, NOW.plusMillis(10 + i)).orElseThrow().split("/")[2]);
            }
            assertThat(served)
                    .containsExactly("big.example", "small.example", "big.example", "small.example", "big.example");
        }
    }

    @Test
    void aHostIsClaimedOnceAndOnlyWhenItMayBeAsked() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            state.frontier().add("s", pages("a.example", 3, false), NOW, false);
            state.frontier().add("s", pages("b.example", 3, false), NOW, false);
            UrlState first = state.frontier().claim(NOW, host -> 0).orElseThrow();

            assertThat(state.frontier().claim(NOW, host -> 2_000)).isEmpty();
            assertThat(state.frontier().claim(NOW, host -> 0))
                    .as("remembered, not asked again")
                    .isEmpty();
            UrlState second =
                    state.frontier().claim(NOW.plusSeconds(2), host -> 0).orElseThrow();

            assertThat(Set.of(first.host(), second.host())).containsExactlyInAnyOrder("a.example", "b.example");
            assertThat(state.frontier().claim(NOW.plusSeconds(9), host -> 0)).isEmpty();
            state.frontier().release(first, NOW.plusSeconds(20));
            assertThat(state.frontier().claim(NOW.plusSeconds(19), host -> 0)).isEmpty();
            assertThat(state.frontier().claim(NOW.plusSeconds(20), host -> 0)).isPresent();
        }
    }

    @Test
    void aHostIsAskedForTheNextPageWhileTheLastIsWorkedOnAndForNoneTwice() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            state.frontier().add("s", pages("a.example", 2, false), NOW, false);
            UrlState first = state.frontier().claim(NOW, host -> 0).orElseThrow();
            state.frontier().release(first, NOW);
            UrlState second = state.frontier().claim(NOW, host -> 0).orElseThrow();
            state.frontier().release(second, NOW);

            assertThat(second.url()).isNotEqualTo(first.url());
            assertThat(state.frontier().claim(NOW, host -> 0))
                    .as("both are under way")
                    .isEmpty();
            state.end(ended(second.url(), NOW));
            state.frontier().ended(second);
            assertThat(state.frontier().claim(NOW, host -> 0)).as("not due").isEmpty();
            state.frontier().ended(first);
            assertThat(state.frontier().claim(NOW, host -> 0))
                    .as("its attempt has come to nothing")
                    .get()
                    .extracting(UrlState::url)
                    .isEqualTo(first.url());
            assertThat(state.frontier().claim(NOW.plus(DAY), host -> 0))
                    .as("the host is taken")
                    .isEmpty();
            state.frontier().release(first, NOW.plus(DAY));
            assertThat(state.frontier().claim(NOW.plus(DAY), host -> 0))
                    .get()
                    .extracting(UrlState::url)
                    .isEqualTo(second.url());
        }
    }

    @Test
    void newsGoesFirstAndTheRestStillAdvances() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            Instant later = NOW.plus(DAY).plusSeconds(60);
            state.frontier().add("s", pages("known.example", 100, false), NOW, false);
            for (int i = 0; i < 100; i++) {
                serve(state, NOW);
            }
            // Revisits have waited longest, then comes the list, last the news.
            state.frontier().add("s", pages("list.example", 100, false), later.minusSeconds(30), false);
            state.frontier().add("s", pages("news.example", 100, true), later, false);
            List<String> served = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                served.add(serve(state, later.plusMillis(i)).orElseThrow().split("[/.]")[2]);
            }

            // 100 turns were taken before: the next is the fifth of eight.
            assertThat(served)
                    .containsExactly(
                            "news", "news", "news", "known", "news", "news", "news", "list", "news", "news", "news",
                            "known", "news", "news", "news", "list");
        }
    }

    @Test
    void newsOfTheSameHostGoesFirstToo() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            state.frontier().add("s", pages("a.example", 20, false), NOW, false);
            state.frontier().add("s", List.of(found("https://a.example/news", true)), NOW.plusSeconds(5), false);

            assertThat(serve(state, NOW.plusSeconds(6))).hasValue("https://a.example/news");
        }
    }

    @Test
    void whatAListSaysHasChangedIsDueAtOnceAndOnlyOnce() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            WebAddress page = WebAddress.of("https://a.example/0").orElseThrow();
            state.frontier().add("s", pages("a.example", 1, false), NOW, false);
            serve(state, NOW);
            Instant later = NOW.plusSeconds(60);
            state.frontier().add("s", List.of(new Found(page, NOW.minusSeconds(1))), later, false);
            assertThat(serve(state, later)).as("changed before it was fetched").isEmpty();

            state.frontier().add("s", List.of(new Found(page, NOW.plusSeconds(30))), later, false);
            assertThat(serve(state, later)).hasValue(page.url());
            state.frontier().add("s", List.of(new Found(page, NOW.plusSeconds(30))), later, false);
            assertThat(serve(state, later)).isEmpty();
        }
    }

    @Test
    void aSourceThatWasPutToSleepRestsAndComesBack() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            state.frontier().add("s", pages("a.example", 1, false), NOW, false);
            state.frontier().add("t", pages("b.example", 1, false), NOW, false);
            state.frontier().activate(List.of("t"));
            assertThat(serve(state, NOW)).hasValue("https://b.example/0");
            assertThat(serve(state, NOW)).isEmpty();
            state.frontier().activate(List.of("s", "t"));
            assertThat(serve(state, NOW)).hasValue("https://a.example/0");
        }
    }

    /** Whatever the point of the kill, every address is claimed again that had not ended, and no other. */
    @Test
    void aRunThatIsCutOffAnywhereRepeatsOnlyWhatHadNotEnded() throws IOException {
        Set<String> ended = new HashSet<>();
        int begun = 0;
        try (FetchState state = FetchState.open(folder)) {
            for (int h = 0; h < 5; h++) {
                state.frontier().add("s", pages("h" + h + ".example", 8, h % 2 == 0), NOW, false);
            }
        }
        for (int run = 0; ended.size() < 40; run++) {
            try (FetchState state = FetchState.open(folder)) {
                List<UrlState> claimed = new ArrayList<>();
                // The last claimed of two runs in three never ends: what a kill leaves.
                for (int i = 0; i < 3 + run % 2; i++) {
                    state.frontier().claim(NOW, host -> 0).ifPresent(claimed::add);
                }
                begun += claimed.size();
                int ending = run % 3 == 2 ? claimed.size() : claimed.size() - 1;
                for (UrlState url : claimed.subList(0, Math.max(ending, 0))) {
                    state.end(ended(url.url(), NOW));
                    assertThat(ended.add(url.url()))
                            .as("not repeated: " + url.url())
                            .isTrue();
                }
            }
            assertThat(run).isLessThan(60);
        }
        try (FetchState state = FetchState.open(folder)) {
            assertThat(state.frontier().claim(NOW, host -> 0)).isEmpty();
            assertThat(state.frontier().anyDue(NOW)).isFalse();
            assertThat(state.counters().get("s")).containsEntry("emitted", 40L);
        }
        assertThat(begun).isGreaterThan(40);
    }

    @Test
    void halfATransactionIsNone() throws IOException {
        try (FetchState state = FetchState.open(folder)) {
            assertThatThrownBy(() -> state.together(() -> {
                        state.frontier().add("s", pages("a.example", 3, false), NOW, false);
                        throw new IllegalStateException("killed here");
                    }))
                    .hasMessage("killed here");
            assertThat(state.frontier().claim(NOW, host -> 0)).isEmpty();
            state.frontier().add("s", pages("a.example", 1, false), NOW, false);
            assertThat(serve(state, NOW)).hasValue("https://a.example/0");
        }
    }

    @Test
    void aFileOfAnEarlierVersionIsTakenOver() throws Exception {
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("frontier.db"));
                Statement statement = old.createStatement()) {
            statement.execute("""
                    CREATE TABLE url (
                      url TEXT PRIMARY KEY, source TEXT NOT NULL, host TEXT NOT NULL, active INTEGER NOT NULL,
                      next_due INTEGER, etag TEXT, last_modified TEXT, payload_sha256 TEXT, text_sha256 TEXT,
                      failures INTEGER NOT NULL DEFAULT 0, status TEXT, ended_at INTEGER) WITHOUT ROWID""");
            statement.execute(
                    "INSERT INTO url (url, source, host, active, next_due, ended_at)"
                            + " VALUES ('https://a.example/', 's', 'a.example', 1, 5, 4), ('https://a.example/n', 's', 'a.example', 1, 6, NULL)");
        }
        try (FetchState state = FetchState.open(folder)) {
            assertThat(serve(state, NOW)).as("the new one first").hasValue("https://a.example/n");
            assertThat(serve(state, NOW)).hasValue("https://a.example/");
        }
    }
}
