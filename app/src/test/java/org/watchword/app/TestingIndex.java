package org.watchword.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.watchword.app.status.CountsReader;
import org.watchword.index.EditIndex;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchEditIndex;
import org.watchword.index.ElasticsearchSettings;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.ElasticsearchStatementStreams;
import org.watchword.index.IndexListener;
import org.watchword.index.IndexRole;
import org.watchword.index.IndexSettings;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementStreams;
import org.watchword.model.Analysis;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;

/** The index role alone, between a real broker and a real server, with topics and indices of its own. */
final class TestingIndex implements AutoCloseable {

    private final TestingTopics topics;
    private final ElasticsearchConnection connection;
    private final IndexRole role;
    private final CountsReader counts;
    private final StatementIndex index;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    /** @param name prefix of topics and indices */
    TestingIndex(String name, Map<String, String> kafka, URI elasticsearch, Duration requestTimeout) throws Exception {
        this(
                name,
                kafka,
                new ElasticsearchSettings(List.of(elasticsearch), null, null, null, null, requestTimeout, name));
    }

    /** @param elasticsearch how the server is reached; its index prefix is {@code name} */
    TestingIndex(String name, Map<String, String> kafka, ElasticsearchSettings elasticsearch) throws Exception {
        topics = new TestingTopics(kafka, name);
        topics.create();
        connection = new ElasticsearchConnection(elasticsearch);
        IndexSettings settings = new IndexSettings(
                50, 5L << 20, 40, Duration.ofMillis(200), Duration.ofSeconds(1), name, name + "index", "1");
        role = new IndexRole(settings, kafka, connection, InstantSource.system(), IndexListener.NONE, failures::add);
        counts = new CountsReader(kafka, name + Topics.COUNTS);
        index = new ElasticsearchStatementIndex(
                connection, word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        role.start();
    }

    TestingTopics topics() {
        return topics;
    }

    StatementIndex statements() {
        return index;
    }

    ElasticsearchConnection connection() {
        return connection;
    }

    StatementStreams streams() {
        return new ElasticsearchStatementStreams(connection, word -> word);
    }

    EditIndex edits() {
        return new ElasticsearchEditIndex(connection);
    }

    List<String> failures() {
        return failures;
    }

    void send(List<TestingAnalyses> analyses) throws Exception {
        sendAll(analyses.stream().map(TestingAnalyses::analysis).toList());
    }

    /** One analysis for each page at the most. */
    void sendAll(List<Analysis> analyses) throws Exception {
        Map<String, byte[]> records = new LinkedHashMap<>();
        for (Analysis analysis : analyses) {
            records.put(analysis.document().id(), JsonMapper.shared().writeValueAsBytes(analysis));
        }
        topics.send(Topics.ANALYSES, records);
    }

    /** What was counted so far: everything in one number per status. */
    Map<String, Long> counted() {
        Map<String, Long> sum = new LinkedHashMap<>();
        for (StageCounts count : counts.read().values()) {
            count.out().forEach((status, number) -> sum.merge(status, number, Long::sum));
        }
        return sum;
    }

    /** Waits for that many inputs to have ended, and for what was written to be searchable. */
    void awaitCounted(long number) throws InterruptedException {
        await(() -> counted().values().stream().mapToLong(Long::longValue).sum() >= number);
        TimeUnit.MILLISECONDS.sleep(1500);
    }

    /** Ids found, page by page. */
    List<String> ids(StatementQuery.Sort sort, int size) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            var page = patiently(StatementQuery.of("").paged(sort, size, after));
            page.hits().forEach(hit -> ids.add(hit.statement().id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    /** Asks until there is an answer: a test may give the server little time, on a machine that has much to do. */
    private SearchResult patiently(StatementQuery query) {
        long deadline = System.nanoTime() + TestingLine.PATIENCE.toNanos();
        while (true) {
            try {
                return index.search(query);
            } catch (IndexUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TestingLine.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come to pass in " + TestingLine.PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        role.close();
        counts.close();
        connection.close();
    }
}
