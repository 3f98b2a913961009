package org.watchword.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminServerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final Instruments instruments = new Instruments(true, Trail.NONE);
    private final Health health = new Health(List.of("fetch", "index"), now::get, instruments);
    private AdminServer server;

    @BeforeEach
    void start() throws IOException {
        server = AdminServer.start("127.0.0.1", 0, health, instruments::scrape);
    }

    @AfterEach
    void stop() {
        server.close();
        health.close();
        instruments.close();
    }

    @Test
    void untilTheRolesWorkTheyAreBeingStarted() throws Exception {
        HttpResponse<String> answer = get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).at("/roles/fetch/problems/0").asString()).isEqualTo("it is being started");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleInTroubleSaysWhyAndTheOthersStayReady() throws Exception {
        health.watch("fetch", List::of);
        health.watch("index", () -> List.of("Elasticsearch at http://127.0.0.1:1 does not answer: \"refused\""));
        health.ask();

        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).get("status").asString()).isEqualTo("not-ready");
        assertThat(json(answer).at("/roles/fetch/ready").asBoolean()).isTrue();
        assertThat(json(answer).at("/roles/index/problems/0").asString()).contains("\"refused\"");
        assertThat(get("/metrics").body())
                .contains("watchword_ready{role=\"fetch\"} 1.0")
                .contains("watchword_ready{role=\"index\"} 0.0");

        health.watch("index", List::of);
        health.ask();
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleThatThrowsOrHangsIsNotReadyAndHoldsUpNobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        health.watch("fetch", () -> {
            throw new IllegalStateException("no such disk");
        });
        health.watch("index", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        health.ask();
        JsonNode answer = json(get("/health"));
        assertThat(answer.at("/roles/fetch/problems/0").asString()).contains("no such disk");
        assertThat(answer.at("/roles/index/problems/0").asString()).isEqualTo("it does not say how it is");
        never.countDown();
    }

    @Test
    void anOldAnswerIsNoAnswer() throws Exception {
        health.watch("fetch", List::of);
        health.watch("index", List::of);
        health.ask();
        assertThat(get("/health").statusCode()).isEqualTo(200);

        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).at("/roles/fetch/problems/0").asString())
                .isEqualTo("nobody has looked at it since 2026-03-01T10:00:00Z");
    }

    @Test
    void onlyReadingIsTakenAndOnlyWhatIsThere() throws Exception {
        assertThat(get("/metrics/../etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpResponse<String> posted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri("/metrics"))
                                .POST(HttpRequest.BodyPublishers.ofString("x"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(get("/metrics").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain; version=0.0.4");
        assertThat(get("/metrics").body()).contains("jvm_memory_used_bytes{");
    }

    @Test
    void aFullDiskIsSaidInMebibytes() {
        assertThat(DiskCheck.problem(java.nio.file.Path.of("/data"), 1L << 30)).isEmpty();
        assertThat(DiskCheck.problem(java.nio.file.Path.of("/data"), 5L << 20).orElseThrow())
                .isEqualTo("the disk of /data is full: 5 MiB are free, less than 256 MiB");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
