package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.index.IndexMigration;
import org.watchword.index.StatementQuery;
import org.watchword.model.Topics;

/** What others do to the index role's counts and indices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexFaultsIT {

    private static final int ROUND = 30;

    private final Path folder;
    private @Nullable TestingServers started;

    IndexFaultsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void begin() throws Exception {
        started = TestingServers.start(folder, "faults-");
    }

    @AfterAll
    void end() {
        if (started != null) {
            started.close();
        }
    }

    /** Behind an open transaction no reader of committed records sees anything, not even what is committed. */
    @Test
    void aRoleThatStartsBehindSomebodysOpenTransactionGoesOnCountingFromItsLastCommit() throws Exception {
        Map<String, String> client =
                Map.of("bootstrap.servers", servers().kafka().bootstrapServers());
        URI elasticsearch = servers().elasticsearch().url();
        try (KafkaProducer<String, byte[]> other = producer(client)) {
            TestingIndex first = new TestingIndex("open-", client, elasticsearch, Duration.ofSeconds(30));
            first.send(round(0));
            first.awaitCounted(ROUND);
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>("open-" + Topics.COUNTS, "somebody/else", new byte[] {'{', '}'}));
            other.flush();
            first.send(round(1));
            // Committed, though nobody can see it yet.
            TimeUnit.SECONDS.sleep(4);
            first.close();

            try (TestingIndex second = new TestingIndex("open-", client, elasticsearch, Duration.ofSeconds(30))) {
                second.send(round(2));
                Executor later = CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS);
                CompletableFuture.runAsync(other::abortTransaction, later).join();
                second.awaitCounted(3 * ROUND);
                assertThat(second.counted()).containsExactly(Map.entry("emitted", 3L * ROUND));
                assertThat(second.failures()).isEmpty();
            }
        }
    }

    @Test
    void anIndexOfALaterVersionIsLeftAlone() throws Exception {
        Map<String, String> client =
                Map.of("bootstrap.servers", servers().kafka().bootstrapServers());
        URI elasticsearch = servers().elasticsearch().url();
        HttpResponse<String> made = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(elasticsearch.resolve("/late-statements-v9"))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("""
                                        {"aliases": {"late-statements": {"is_write_index": true}},
                                         "mappings": {"_meta": {"version": 9}, "properties": {"id": {"type": "keyword"}}}}
                                        """))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).isEqualTo(200);

        try (TestingIndex late = new TestingIndex("late-", client, elasticsearch, Duration.ofSeconds(30))) {
            TestingIndex.await(() -> !late.failures().isEmpty());
            assertThat(late.failures().get(0))
                    .contains("late-statements")
                    .contains("mapping 9, this one knows 1")
                    .contains("upgrade this program");
        }
    }

    @Test
    void rowsAreTakenOverIntoIndicesOfTheNextVersionWhichAreWrittenFromThenOn() throws Exception {
        TestingIndex index = servers().index();
        index.send(round(0));
        index.awaitCounted(ROUND);
        List<String> before = index.ids(StatementQuery.Sort.DATE, 100);

        List<IndexMigration.Moved> moved = new IndexMigration(index.connection(), 2).run();

        assertThat(moved)
                .extracting(IndexMigration.Moved::from)
                .contains("faults-statements-v1", "faults-documents-v1", "faults-pages-v1", "faults-reviews-v1");
        assertThat(moved)
                .filteredOn(one -> one.alias().equals("faults-statements"))
                .extracting(IndexMigration.Moved::to, IndexMigration.Moved::rows)
                .containsExactly(tuple("faults-statements-v2", (long) before.size()));
        assertThat(index.ids(StatementQuery.Sort.DATE, 100)).isEqualTo(before).hasSize(ROUND);
        assertThat(new IndexMigration(index.connection(), 2).run())
                .as("done once")
                .isEmpty();

        index.send(round(1));
        index.awaitCounted(2 * ROUND);
        assertThat(index.ids(StatementQuery.Sort.DATE, 100)).hasSize(2 * ROUND).containsAll(before);
        assertThat(index.failures()).isEmpty();
    }

    private TestingServers servers() {
        TestingServers running = started;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private static List<TestingAnalyses> round(int number) {
        List<TestingAnalyses> analyses = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            analyses.add(TestingAnalyses.of(number + "-" + i, "Words of page " + number + " " + i, "word of page"));
        }
        return analyses;
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, String> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("transactional.id", "somebody-else");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
