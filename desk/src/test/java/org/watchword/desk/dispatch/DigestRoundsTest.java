package org.watchword.desk.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchword.desk.digest.TestingStatements.SIX;
import static org.watchword.desk.digest.TestingStatements.subscription;
import static org.watchword.desk.digest.TestingStatements.vermin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.InMemorySavedSearches;
import org.watchword.desk.TestingGroups;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.DigestBuilder;
import org.watchword.desk.digest.DigestLimits;
import org.watchword.desk.digest.DigestLinks;
import org.watchword.desk.digest.Format;
import org.watchword.desk.digest.InMemoryCaptures;
import org.watchword.desk.digest.InMemoryLedger;
import org.watchword.desk.digest.InMemoryReviews;
import org.watchword.desk.digest.Subscription;
import org.watchword.index.DigestDelivery;
import org.watchword.index.DigestIssue;
import org.watchword.model.Severity;
import tools.jackson.databind.json.JsonMapper;

/** Several processes share one ledger; the webhook is a real server. */
class DigestRoundsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemoryCaptures index = new InMemoryCaptures();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<Digest> received = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final Path folder;
    private HttpServer server;
    private volatile int status = 204;
    private Instant now = SIX.plus(HOUR);

    DigestRoundsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = serve(0);
    }

    private HttpServer serve(int port) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        started.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            headers.add(exchange.getRequestHeaders().getFirst("Idempotency-Key")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (status < 300) {
                received.add(JsonMapper.shared().readValue(new String(body, StandardCharsets.UTF_8), Digest.class));
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        started.start();
        return started;
    }

    @BeforeEach
    void begin() {
        rounds("a", Set.of(Format.WEBHOOK)).round();
        assertThat(received).isEmpty();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private DigestRounds rounds(String worker, Set<Format> formats) {
        Subscription plain = subscription("", List.of(), Severity.LOW, formats);
        URI hook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        Subscription subscription = new Subscription(
                plain.id(),
                plain.title(),
                Optional.empty(),
                plain.query(),
                plain.categories(),
                plain.severity(),
                plain.sources(),
                plain.languages(),
                plain.schedule(),
                plain.recipients(),
                plain.mailLanguage(),
                plain.formats(),
                Optional.of(hook),
                Optional.of("secret"),
                Map.of());
        Outlets outlets = new Outlets(
                Optional.empty(), new WebhookSender(Duration.ofSeconds(5)), new DigestFiles(folder), ledger);
        DigestBuilder builder = new DigestBuilder(
                index,
                ledger,
                new InMemorySavedSearches(),
                new InMemoryReviews(),
                List::of,
                DigestLimits.defaults(),
                new DigestLinks("https://desk.example"),
                TestingGroups.NAMES);
        return new DigestRounds(
                List.of(subscription), ledger, builder, outlets, () -> now, Duration.ofMinutes(5), worker);
    }

    private void both() {
        rounds("a", Set.of(Format.WEBHOOK)).round();
        rounds("b", Set.of(Format.WEBHOOK)).round();
    }

    @Test
    void oneOfSeveralProcessesSendsEachIssueOnceAndNothingIsLeftOutBetween() {
        for (int day = 0; day < 4; day++) {
            index.put(vermin(
                    "p" + day,
                    "Words of day " + day,
                    SIX.plus(DAY.multipliedBy(day)).plus(HOUR)));
            now = SIX.plus(DAY.multipliedBy(day + 1));
            both();
            now = now.plus(Duration.ofMinutes(6));
            both();
            both();
        }
        assertThat(received).extracting(Digest::number).containsExactly(1, 2, 3, 4);
        assertThat(received).extracting(Digest::total).containsOnly(1L);
        assertThat(received.get(0).from()).isEqualTo(SIX);
        for (int i = 1; i < 4; i++) {
            assertThat(received.get(i).from()).isEqualTo(received.get(i - 1).to());
        }
        assertThat(headers).allMatch(h -> h.endsWith("Bearer secret"));
    }

    @Test
    void afterDaysOfStandstillOneIssueCoversThemAll() {
        index.put(
                vermin("a", "Words one", SIX.plus(HOUR)),
                vermin("b", "Words two", SIX.plus(DAY).plus(HOUR)));
        now = SIX.plus(DAY.multipliedBy(3)).plus(HOUR);
        both();
        assertThat(received).hasSize(1);
        assertThat(received.get(0).total()).isEqualTo(2);
        assertThat(received.get(0).periods()).isEqualTo(3);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainWithGrowingPausesAndTheNextIssueDoesNotWait() throws IOException {
        index.put(vermin("a", "Words one", SIX.plus(HOUR)));
        int port = server.getAddress().getPort();
        server.stop(0);
        now = SIX.plus(DAY).plus(HOUR);
        DigestRounds a = rounds("a", Set.of(Format.WEBHOOK, Format.HTML));
        List<Instant> tries = new ArrayList<>();
        for (int minute = 0; minute < 24 * 60; minute++) {
            a.round();
            DigestDelivery hook = delivery(1, "webhook");
            if (tries.isEmpty() || !tries.get(tries.size() - 1).equals(hook.at())) {
                tries.add(java.util.Objects.requireNonNull(hook.at()));
            }
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(tries).hasSizeBetween(24, 32);
        assertThat(Duration.between(tries.get(0), tries.get(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.between(tries.get(20), tries.get(21))).isEqualTo(HOUR);
        assertThat(delivery(1, "html").state()).isEqualTo(DigestDelivery.State.DELIVERED);
        assertThat(delivery(1, "webhook").problem()).contains("cannot be reached");
        assertThat(issue(2).state()).isEqualTo(DigestIssue.State.SENDING);

        server = serve(port);
        now = now.plus(HOUR);
        a.round();
        assertThat(received).extracting(Digest::number).containsExactlyInAnyOrder(1, 2);
        assertThat(issue(1).state()).isEqualTo(DigestIssue.State.DONE);
    }

    @Test
    void aLastingRefusalIsGivenUpAndAPassingOneAfterDays() {
        now = SIX.plus(DAY).plus(HOUR);
        status = 410;
        both();
        assertThat(delivery(1, "webhook").state()).isEqualTo(DigestDelivery.State.FAILED);
        assertThat(delivery(1, "webhook").problem()).endsWith("answered HTTP 410");

        status = 503;
        now = now.plus(DAY);
        for (int hour = 0; hour < 24 * 6; hour++) {
            rounds("a", Set.of(Format.WEBHOOK)).round();
            now = now.plus(HOUR);
        }
        assertThat(delivery(2, "webhook").state()).isEqualTo(DigestDelivery.State.FAILED);
        assertThat(delivery(2, "webhook").attempts()).isGreaterThan(50);
    }

    @Test
    void whatAProcessLeftBehindAnotherFinishesWhereverItStopped() {
        for (int page = 0; page < 250; page++) {
            index.put(vermin("p" + page, "Words number " + page, SIX.plus(HOUR)));
        }
        now = SIX.plus(DAY).plus(HOUR);
        for (int writes = 1; writes < 30 && received.isEmpty(); writes++) {
            ledger.failAfter(writes);
            rounds("dies-" + writes, Set.of(Format.WEBHOOK)).round();
            ledger.failAfter(Integer.MAX_VALUE);
            now = now.plus(Duration.ofMinutes(11));
        }
        rounds("b", Set.of(Format.WEBHOOK)).round();
        now = now.plus(Duration.ofMinutes(11));
        rounds("c", Set.of(Format.WEBHOOK)).round();

        // Whoever died between a delivery and its note sends again, with the same key; every reader gets the same.
        assertThat(received).extracting(Digest::total).containsOnly(250L);
        assertThat(received.stream().distinct()).hasSize(1);
        assertThat(issue(1).state()).isEqualTo(DigestIssue.State.DONE);
        assertThat(ledger.sent()).hasSize(250).allMatch(s -> s.issue() == 1);
        assertThat(headers.stream().distinct()).hasSize(1);
    }

    @Test
    void nobodyTouchesWhatAnotherIsAt() {
        now = SIX.plus(DAY).plus(HOUR);
        ledger.failAfter(2);
        rounds("a", Set.of(Format.WEBHOOK)).round();
        ledger.failAfter(Integer.MAX_VALUE);
        now = now.plus(Duration.ofMinutes(5));
        rounds("b", Set.of(Format.WEBHOOK)).round();
        assertThat(received).isEmpty();
        now = now.plus(Duration.ofMinutes(6));
        rounds("b", Set.of(Format.WEBHOOK)).round();
        assertThat(received).hasSize(1);
    }

    @Test
    void filesAndFeedAreWritten() throws IOException {
        index.put(vermin("a", "Words one", SIX.plus(HOUR)));
        now = SIX.plus(DAY).plus(HOUR);
        DigestRounds a = rounds("a", Set.of(Format.HTML, Format.MARKDOWN, Format.ATOM));
        a.round();
        now = now.plus(DAY);
        a.round();
        try (Stream<Path> files = Files.list(folder.resolve("daily"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "2031-05-18-1.html",
                            "2031-05-18-1.md",
                            "2031-05-19-2.html",
                            "2031-05-19-2.md",
                            "feed.atom");
        }
        assertThat(Files.readString(folder.resolve("daily/feed.atom")))
                .contains(
                        "urn:watchword:digest:daily:2031-05-19T06:00:00Z",
                        "urn:watchword:digest:daily:2031-05-18T06:00:00Z");
    }

    @Test
    void oneMadeByHandTakesItsPlaceInTheOrder() {
        index.put(vermin("a", "Words one", SIX.plus(HOUR)), vermin("b", "Words two", SIX.plus(HOUR.multipliedBy(20))));
        now = SIX.plus(HOUR.multipliedBy(10));
        DigestRounds a = rounds("a", Set.of(Format.WEBHOOK));
        assertThat(a.now(subscription("", List.of(), Severity.LOW, Set.of(Format.WEBHOOK))))
                .hasValueSatisfying(issue -> assertThat(issue.number()).isEqualTo(1));
        now = SIX.plus(DAY).plus(HOUR);
        both();
        assertThat(issue(2).from()).isEqualTo(SIX.plus(HOUR.multipliedBy(10)));
        assertThat(Outlets.read(issue(2)).total()).isEqualTo(1);
    }

    private DigestDelivery delivery(int number, String way) {
        return java.util.Objects.requireNonNull(issue(number).deliveries().get(way));
    }

    private DigestIssue issue(int number) {
        return ledger.issues("daily", 100).stream()
                .filter(i -> i.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
