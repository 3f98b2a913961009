package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.DigestConfig;
import org.watchword.app.config.SubscriptionFiles;
import org.watchword.app.role.Digests;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.Subscription;
import org.watchword.desk.dispatch.Outlets;
import org.watchword.desk.rule.GroupNames;
import org.watchword.index.CaptureQuery;
import org.watchword.index.DigestIssue;
import org.watchword.index.DigestLedger;
import org.watchword.index.DigestLedger.Held;
import org.watchword.index.ElasticsearchCaptureIndex;
import org.watchword.index.ElasticsearchDigestLedger;
import org.watchword.index.SentStatement;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.Category;

/** Digests between a real broker, a real server and the file system. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestIT {

    private static final Instant MORNING = Instant.parse("2031-05-07T06:00:00Z");
    private static final int MANY = 1_200;
    private static final TestingAnalyses GONE =
            TestingAnalyses.of("gone", "They are vermin", "they be vermin").flagged(Category.DEHUMANIZATION_VERMIN);

    private final Path folder;
    private @Nullable TestingServers started;

    DigestIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void begin() throws Exception {
        started = TestingServers.start(folder, "digest-");
        List<TestingAnalyses> analyses = new ArrayList<>(List.of(GONE));
        for (int i = 1; i < MANY; i++) {
            analyses.add(TestingAnalyses.of("p" + i, "Threat number " + i, "threat number " + i)
                    .flagged(Category.THREAT_DIRECT));
        }
        index().send(analyses);
        index().awaitCounted(MANY);
    }

    @AfterAll
    void end() {
        if (started != null) {
            started.close();
        }
    }

    private TestingIndex index() {
        return Objects.requireNonNull(started).index();
    }

    private Digests digests(List<Subscription> subscriptions, InstantSource clock) {
        DigestConfig config = ConfigLoader.defaults(folder, Map.of()).digest();
        return Digests.of(
                config, folder, subscriptions, index().connection(), word -> word, List::of, GroupNames.IDS, clock);
    }

    private List<Subscription> subscriptions(String id, String query) throws Exception {
        Path digests = Files.createDirectories(folder.resolve(id));
        Files.writeString(
                digests.resolve("one.yaml"),
                "digests:\n- id: " + id + "\n  title: Daily\n  query: '" + query
                        + "'\n  schedule: 0 6 * * *\n  formats: [html, markdown, atom]\n");
        return SubscriptionFiles.load(digests);
    }

    @Test
    void everyStatementOfAStretchOfTimeIsWalkedOnce() {
        var captures = new ElasticsearchCaptureIndex(index().connection(), word -> word);
        CaptureQuery query = new CaptureQuery("", Map.of(), TestingAnalyses.DAY, MORNING);
        List<String> ids = new ArrayList<>();
        captures.walk(
                query, page -> ids.addAll(page.stream().map(StatementRecord::id).toList()));
        assertThat(ids).hasSize(MANY).doesNotHaveDuplicates().contains(GONE.id());
        captures.walk(query.between(MORNING, MORNING.plusSeconds(60)), page -> assertThat(page)
                .isEmpty());

        var counts =
                captures.counts(query, List.of(TestingAnalyses.DAY.minusSeconds(60), TestingAnalyses.DAY, MORNING));
        assertThat(counts).hasSize(2);
        assertThat(counts.get(0).total()).isZero();
        assertThat(counts.get(1).total()).isEqualTo(MANY);
        assertThat(counts.get(1).categories()).containsEntry("dehumanization.vermin", 1L);
        assertThat(counts.get(1).from()).isEqualTo(TestingAnalyses.DAY);
        assertThat(captures.statements(List.of(GONE.id(), "nothing"))).containsOnlyKeys(GONE.id());
    }

    @Test
    void theQueryBoxSearchesByTimeOfCapture() {
        assertThat(index().statements()
                        .search(StatementQuery.of("(vermin) captured:[2031-05-06T00:00:00Z TO 2031-05-07T06:00:00Z}"))
                        .total())
                .isEqualTo(1);
        assertThat(index().statements()
                        .search(StatementQuery.of("captured:[2031-05-07T06:00:00Z TO 2031-05-08T06:00:00Z}"))
                        .total())
                .isZero();
    }

    @Test
    void ofSeveralWhoBeginAnIssueOneMakesItAndOnlyTheLatestWriteCounts() {
        DigestLedger ledger = new ElasticsearchDigestLedger(index().connection());
        assertThat(ledger.latest("ledger")).isEmpty();
        Held zero = ledger.create(DigestIssue.beginning("ledger", TestingAnalyses.DAY))
                .orElseThrow();
        DigestIssue one = zero.issue().following(MORNING, "a", MORNING);
        Held first = ledger.create(one).orElseThrow();
        assertThat(ledger.create(one.held("b", MORNING))).isEmpty();

        Held read = ledger.latest("ledger").orElseThrow();
        assertThat(read.issue()).isEqualTo(one);
        Held second = read.write(one.held("b", MORNING.plusSeconds(1))).orElseThrow();
        assertThat(first.write(one.held("a", MORNING.plusSeconds(9)))).isEmpty();
        assertThat(second.write(one.held("b", MORNING.plusSeconds(2)))).isPresent();
        assertThat(ledger.open()).extracting(held -> held.issue().digest()).contains("ledger");

        SentStatement sent = new SentStatement(
                "ledger", "s", "d", "w", 1, MORNING, MORNING, "stands threat:low", 1, "stands threat:low");
        ledger.record(List.of(sent));
        assertThat(ledger.sent("ledger", List.of("s", "t"))).isEqualTo(Map.of("s", sent));
        assertThat(ledger.sent("other", List.of("s"))).isEmpty();
        assertThat(ledger.saying("ledger", List.of("w"))).containsExactly(sent);
        List<SentStatement> walked = new ArrayList<>();
        ledger.walkSent("ledger", MORNING.minusSeconds(1), walked::addAll);
        ledger.walkSent("ledger", MORNING.plusSeconds(1), walked::addAll);
        assertThat(walked).containsExactly(sent);
    }

    @Test
    void sixDesksAtOnceSendEachIssueOnceAndTellWhatVanishedLater() throws Exception {
        List<Subscription> subscriptions = subscriptions("daily", "");
        round(subscriptions, TestingAnalyses.DAY);
        round(subscriptions, MORNING.plus(Duration.ofMinutes(10)));

        DigestLedger ledger = new ElasticsearchDigestLedger(index().connection());
        List<DigestIssue> issues = ledger.issues("daily", 10);
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.state()).isEqualTo(DigestIssue.State.DONE);
            assertThat(issue.deliveries().values()).allMatch(d -> d.attempts() == 1);
        });
        Digest digest = Outlets.read(issues.get(0));
        assertThat(digest.total()).isEqualTo(MANY);
        assertThat(folder.resolve("digests/daily/2031-05-07-1.html")).content().contains("They are vermin");
        assertThat(folder.resolve("digests/daily/feed.atom")).content().contains("urn:watchword:digest:daily");

        index().send(List.of(GONE.vanished()));
        index().awaitCounted(MANY + 1L);
        round(subscriptions, MORNING.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(10)));
        Digest next = Outlets.read(ledger.issues("daily", 1).get(0));
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.total()).isZero();
        assertThat(next.corrections()).singleElement().satisfies(c -> assertThat(c.words())
                .startsWith("no longer on its page"));
    }

    @Test
    void aRefusedQueryIsToldAndItsTimeIsCoveredByTheNext() throws Exception {
        round(subscriptions("refused", "\"vermin"), TestingAnalyses.DAY);
        round(subscriptions("refused", "\"vermin"), MORNING.plus(Duration.ofMinutes(10)));
        round(
                subscriptions("refused", "vermin"),
                MORNING.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(10)));
        List<DigestIssue> issues = new ElasticsearchDigestLedger(index().connection()).issues("refused", 10);
        assertThat(Optional.ofNullable(Outlets.read(issues.get(1)).rejected()))
                .hasValueSatisfying(why -> assertThat(why).contains("never closed"));
        assertThat(Outlets.read(issues.get(0)).total()).isEqualTo(1);
    }

    /** Six processes make a round at the same moment. */
    private void round(List<Subscription> subscriptions, Instant now) throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> rounds = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Digests digests = digests(subscriptions, () -> now);
                rounds.add(() -> {
                    digests.rounds().round();
                    return true;
                });
            }
            for (Future<Boolean> round : desks.invokeAll(rounds)) {
                assertThat(round.get()).isTrue();
            }
        } finally {
            desks.shutdownNow();
        }
    }
}
