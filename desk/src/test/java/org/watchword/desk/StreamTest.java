package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import org.watchword.index.StatementStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All statements of a search in one answer. */
class StreamTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyStatementIsALineTheOldestFirst() {
        HttpResponse<String> answer = desk.get("/api/statements.jsonl");

        List<JsonNode> lines = answer.body().lines().map(JSON::readTree).toList();
        assertThat(lines).hasSize(36);
        assertThat(answer.headers().firstValue("X-Watchword-Total")).contains("36");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
        assertThat(lines.stream().map(line -> line.get("publishedAt").asString()))
                .isSorted();
        assertThat(lines.stream().map(line -> line.get("id").asString())).doesNotHaveDuplicates();
        String middle = lines.get(20).get("id").asString();
        assertThat(desk.get("/api/statements.jsonl?after=" + middle).body().lines())
                .as("on from a line")
                .containsExactlyElementsOf(answer.body().lines().skip(21).toList());
        assertThat(desk.get("/api/statements.jsonl?status=flagged").body().lines())
                .hasSizeLessThan(10);
    }

    @Test
    void theHeadOfAStreamHasNoBody() {
        HttpResponse<String> head = desk.send("HEAD", "/api/statements.jsonl");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void whenTheIndexFailsOnTheWayTheLastLineSaysSo() {
        StatementStreams failing = (query, after) -> new Endless() {
            @Override
            public List<StatementRecord> next() {
                if (given > 2) {
                    throw new IndexUnavailableException("gone", new java.io.IOException("gone"));
                }
                return super.next();
            }
        };
        try (TestingDesk broken = new TestingDesk(index, failing)) {
            List<String> lines =
                    broken.get("/api/statements.jsonl").body().lines().toList();
            assertThat(lines).hasSize(4);
            assertThat(lines.get(3)).startsWith("{\"error\":\"the index does not answer");
        }
    }

    /** Far more than a desk's memory would hold is read as it comes; what nobody reads is not made. */
    @Test
    void aStreamWithoutEndIsNeitherGatheredNorLeftOpen() throws Exception {
        Endless[] opened = new Endless[3];
        int[] count = {0};
        StatementStreams endless = (query, after) -> opened[count[0]++] = new Endless();
        try (TestingDesk large = new TestingDesk(index, endless)) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request =
                    HttpRequest.newBuilder(large.uri("/api/statements.jsonl")).build();
            InputStream first = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            BufferedReader reader = new BufferedReader(new InputStreamReader(first, StandardCharsets.UTF_8));
            for (int i = 0; i < 20_000; i++) {
                assertThat(JSON.readTree(reader.readLine()).get("id").asString())
                        .isNotEmpty();
            }
            assertThat(opened[0].given)
                    .as("no more than the socket holds ahead")
                    .isLessThan(60_000);

            Socket second = new Socket("127.0.0.1", large.port());
            second.getOutputStream()
                    .write("GET /api/statements.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(second.getInputStream().read()).isNotNegative();
            HttpResponse<String> third = large.get("/api/statements.jsonl");
            assertThat(third.statusCode()).as("two at a time").isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).contains("5");

            second.close();
            reader.close();
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (!(opened[0].closed && opened[1].closed)) {
                assertThat(System.nanoTime()).as("both are closed").isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    /** The same statement for ever. */
    private static class Endless implements StatementStream {

        private final StatementRecord record = SampleIndex.rally().records().get(0);
        volatile long given;
        volatile boolean closed;

        @Override
        public long total() {
            return Long.MAX_VALUE;
        }

        @Override
        public List<StatementRecord> next() {
            given++;
            return List.of(record);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
