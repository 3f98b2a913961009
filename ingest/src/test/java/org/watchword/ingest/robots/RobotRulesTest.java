package org.watchword.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.http.HttpFetcher;
import org.watchword.ingest.robots.RobotsPolicy.Answer;
import org.watchword.ingest.robots.RobotsPolicy.Unreachable;
import org.watchword.ingest.testing.TestingClock;
import org.watchword.ingest.testing.TestingSite;

/** Getting the file: RFC 9309, 2.3 to 2.5. */
class RobotRulesTest {

    private static final String ROBOTS = "/robots.txt";

    private final TestingClock clock = new TestingClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final TestingSite site = new TestingSite();
    private final HttpFetcher http = new HttpFetcher(FetchLimits.DEFAULT, "Watchword", clock);
    private RobotRules rules = with(RobotsPolicy.DEFAULT);

    @AfterEach
    void close() {
        http.close();
        site.close();
    }

    private RobotRules with(RobotsPolicy policy) {
        return with(policy, Territory.EVERYWHERE);
    }

    private RobotRules with(RobotsPolicy policy, Territory territory) {
        HostBackoff noBackoff = new HostBackoff(Duration.ZERO, Duration.ZERO, Duration.ZERO, new SplittableRandom(1));
        return new RobotRules(
                http,
                new PacedHttp(new HostPacing(clock), noBackoff),
                policy,
                Outages.inMemory(),
                clock,
                "Watchword/1",
                territory);
    }

    private boolean allows(String path) throws InterruptedException {
        return check(path) instanceof RobotRules.Verdict.Allowed;
    }

    private RobotRules.Verdict check(String path) throws InterruptedException {
        WebAddress address = WebAddress.of(site.url(path)).orElseThrow();
        return rules.check(address, true, Duration.ZERO);
    }

    private void serve(String file) {
        site.bytes(ROBOTS, "text/plain", file.getBytes(StandardCharsets.UTF_8));
    }

    private void redirect(int hops) {
        for (int i = 0; i < hops; i++) {
            site.redirect(i == 0 ? ROBOTS : "/hop" + i, "/hop" + (i + 1));
        }
        site.bytes("/hop" + hops, "text/plain", "User-agent: *\nDisallow: /a".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fiveRedirectsAreFollowedAndASixthMeansNoFile() throws Exception {
        redirect(5);
        assertThat(allows("/a")).isFalse();
        rules = with(RobotsPolicy.DEFAULT);
        redirect(6);
        assertThat(allows("/a")).isTrue();
    }

    @Test
    void aFileThatOnlyAnotherFetcherMayAskForClosesTheHost() throws Exception {
        String host = WebAddress.of(site.url("/")).orElseThrow().host();
        rules = with(RobotsPolicy.DEFAULT, host::equals);
        site.redirect(ROBOTS, "https://elsewhere.example/robots.txt");
        assertThat(check("/a")).isInstanceOfSatisfying(RobotRules.Verdict.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("robots-elsewhere");
            assertThat(refused.reason()).contains("elsewhere.example");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void whatIsUnavailableOpensAll(int status) throws Exception {
        site.status(ROBOTS, status);
        assertThat(allows("/a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void whatIsUnreachableClosesAllUntilItCanBeReached(int status) throws Exception {
        site.status(ROBOTS, status);
        RobotRules.Verdict.Refused refused = (RobotRules.Verdict.Refused) check("/a");
        assertThat(refused.code()).isEqualTo("robots");
        assertThat(refused.reason()).contains(String.valueOf(status));
        assertThat(refused.retryable()).isTrue();

        serve("User-agent: *\nDisallow: /b");
        clock.advance(refused.askAgainIn());
        assertThat(allows("/a")).isTrue();
        assertThat(allows("/b")).isFalse();
    }

    @Test
    void aHostThatIsNotThereIsClosed() throws Exception {
        WebAddress nobody = WebAddress.of("http://127.0.0.1:1024/a").orElseThrow();
        assertThat(rules.check(nobody, true, Duration.ZERO))
                .isInstanceOfSatisfying(RobotRules.Verdict.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("unreachable"));
    }

    @Test
    void theAnswerIsKeptForADayAndNoLonger() throws Exception {
        serve("User-agent: *\nDisallow: /a");
        assertThat(allows("/a")).isFalse();
        serve("User-agent: *\nDisallow: /b");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(allows("/a")).isFalse();
        assertThat(site.count(ROBOTS)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(allows("/a")).isTrue();
        assertThat(site.count(ROBOTS)).isEqualTo(2);
    }

    @Test
    void anAnswerIsNotKeptForLongerByAClockThatIsPutBack() throws Exception {
        site.status(ROBOTS, 503);
        clock.advance(Duration.ofDays(30));
        assertThat(allows("/a")).isFalse();
        serve("User-agent: *\nDisallow: /b");

        clock.advance(Duration.ofDays(-30));

        assertThat(allows("/a")).isTrue();
        assertThat(allows("/b")).isFalse();
    }

    @Test
    void aDayOfTroubleClosesAllAndIsAskedAfterTenMinutesApart() throws Exception {
        serve("User-agent: *\nDisallow: /b");
        assertThat(allows("/a")).isTrue();
        site.status(ROBOTS, 503);
        clock.advance(Duration.ofDays(1));
        for (int minute = 0; minute < 24 * 60; minute++) {
            assertThat(allows("/a")).isFalse();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(site.count(ROBOTS)).isEqualTo(1 + 24 * 6);
        serve("User-agent: *\nDisallow: /b");
        clock.advance(Duration.ofMinutes(10));

        assertThat(allows("/a")).isTrue();
        assertThat(allows("/b")).isFalse();
    }

    @Test
    void unavailableMayBeSetToRefuse() throws Exception {
        rules = with(new RobotsPolicy(Answer.REFUSE, Answer.ALLOW, Unreachable.REFUSE, Duration.ZERO));
        site.status(ROBOTS, 404);
        assertThat(allows("/a")).isFalse();
    }

    @Test
    void forbiddenMayBeSetToRefuseAlone() throws Exception {
        rules = with(new RobotsPolicy(Answer.ALLOW, Answer.REFUSE, Unreachable.REFUSE, Duration.ZERO));
        site.status(ROBOTS, 403);
        assertThat(allows("/a")).isFalse();
        clock.advance(Duration.ofDays(1));
        site.status(ROBOTS, 404);
        assertThat(allows("/a")).isTrue();
    }

    @Test
    void theLastCopyMayServeWhileTheFileIsOutOfReach() throws Exception {
        rules = with(new RobotsPolicy(Answer.ALLOW, Answer.ALLOW, Unreachable.CACHED, Duration.ZERO));
        serve("User-agent: *\nDisallow: /a");
        assertThat(allows("/b")).isTrue();
        site.status(ROBOTS, 500);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofDays(2));
            assertThat(allows("/b")).isTrue();
            assertThat(allows("/a")).isFalse();
        }
        assertThat(site.count(ROBOTS)).as("asked again each time").isEqualTo(4);
    }

    @Test
    void aLongOutageMayMeanNoFile() throws Exception {
        rules = with(new RobotsPolicy(Answer.ALLOW, Answer.ALLOW, Unreachable.REFUSE, Duration.ofDays(30)));
        site.status(ROBOTS, 500);
        assertThat(allows("/a")).isFalse();
        clock.advance(Duration.ofDays(29));
        assertThat(allows("/a")).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(allows("/a")).isTrue();
    }

    @Test
    void anOutageThatEndedIsForgotten() throws Exception {
        rules = with(new RobotsPolicy(Answer.ALLOW, Answer.ALLOW, Unreachable.REFUSE, Duration.ofDays(30)));
        site.status(ROBOTS, 500);
        assertThat(allows("/a")).isFalse();
        clock.advance(Duration.ofDays(20));
        serve("");
        assertThat(allows("/a")).isTrue();
        clock.advance(Duration.ofDays(2));
        site.status(ROBOTS, 500);
        assertThat(allows("/a")).isFalse();
        clock.advance(Duration.ofDays(20));
        assertThat(allows("/a")).isFalse();
    }

    @Test
    void fiveHundredKibibytesCountToTheLastWholeLine() throws Exception {
        String filler = "# " + "x".repeat(97) + "\n";
        StringBuilder file = new StringBuilder("User-agent: *\nDisallow: /a\n");
        while (file.length() < (500 << 10) - 150) {
            file.append(filler);
        }
        file.append("Disallow: /b\nDisallow: /");
        file.append("c".repeat((500 << 10) - file.length() + 50)).append("\nDisallow: /d\n");
        serve(file.toString());

        assertThat(allows("/a")).isFalse();
        assertThat(allows("/b")).isFalse();
        assertThat(allows("/" + "c".repeat(200))).as("cut in two by the limit").isTrue();
        assertThat(allows("/d")).as("beyond the limit").isTrue();
    }
}
