package org.watchword.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.watchword.desk.access.AccessSettings;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.index.StatementStreams;
import org.watchword.model.StageCounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server on a free port, with a client that follows nothing. */
final class TestingDesk implements AutoCloseable {

    /** What the time is at every desk of a test. */
    static final Instant NOW = Instant.parse("2031-06-02T08:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final DeskServer server;
    private final int port;

    TestingDesk(InMemoryStatementIndex index) {
        this(index, TestingDesk::counts);
    }

    TestingDesk(InMemoryStatementIndex index, StatusSource status) {
        this(index, status, List::of);
    }

    TestingDesk(InMemoryStatementIndex index, StatusSource status, HealthSource health) {
        this(ports(index, status, health), AccessSettings.local());
    }

    TestingDesk(DeskPorts ports) {
        this(ports, AccessSettings.local());
    }

    /** One that may ask who somebody is. */
    TestingDesk(InMemoryStatementIndex index, AccessSettings access) {
        this(ports(index, TestingDesk::counts, List::of), access);
    }

    /** One whose streams are others than its index's. */
    TestingDesk(InMemoryStatementIndex index, StatementStreams streams) {
        this(ports(index, streams, new InMemoryReviews(), TestingDesk::counts, List::of));
    }

    /** One where decisions are looked at. */
    TestingDesk(InMemoryStatementIndex index, InMemoryReviews reviews) {
        this(index, reviews, List::of);
    }

    TestingDesk(InMemoryStatementIndex index, InMemoryReviews reviews, HealthSource health) {
        this(ports(index, index.streams(7), reviews, TestingDesk::counts, health), AccessSettings.local());
    }

    private TestingDesk(DeskPorts ports, AccessSettings access) {
        server = new DeskServer(DeskSettings.onPort(0), access, ports);
        port = server.start();
    }

    /** Everything else empty. */
    static DeskPorts ports(InMemoryStatementIndex index, StatusSource status, HealthSource health) {
        return ports(index, index.streams(7), new InMemoryReviews(), status, health);
    }

    private static DeskPorts ports(
            InMemoryStatementIndex index,
            StatementStreams streams,
            InMemoryReviews reviews,
            StatusSource status,
            HealthSource health) {
        return new DeskPorts(
                index,
                new InMemorySummaries(index),
                index,
                streams,
                new ReviewDesk(reviews, reviews, () -> NOW),
                new InMemorySavedSearches(),
                status,
                health,
                TestingRules.ONE,
                TestingRules.COPIES,
                () -> NOW);
    }

    int port() {
        return port;
    }

    /** Every route as {@code METHOD /path}. */
    List<String> routes() {
        return server.routes();
    }

    HttpResponse<String> get(String pathAndQuery) {
        return send(HttpRequest.newBuilder(uri(pathAndQuery)).build());
    }

    HttpResponse<String> send(String method, String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    JsonNode json(String pathAndQuery) {
        return JSON.readTree(get(pathAndQuery).body());
    }

    JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static List<StageCounts> counts() {
        Instant at = Instant.parse("2031-06-02T07:20:00Z");
        TreeMap<String, Long> fetched = new TreeMap<>();
        fetched.put("emitted", 1_034L);
        fetched.put("unchanged", 210L);
        fetched.put("refused:robots", 12L);
        TreeMap<String, Long> analyzed = new TreeMap<>();
        analyzed.put("emitted", 1_033L);
        analyzed.put("dead-lettered:not-json", 1L);
        return List.of(
                new StageCounts("analyze", "partition-0", 1_034, analyzed, at),
                new StageCounts("fetch", "halden-courier", 1_256, fetched, at));
    }

    @Override
    public void close() {
        server.close();
    }
}
