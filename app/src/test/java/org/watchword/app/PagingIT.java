package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.watchword.app.line.Endpoints;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSettings;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.SearchResult;
import org.watchword.index.StatementIndex;
import org.watchword.index.StatementQuery;
import org.watchword.model.ContentHash;

/** Going through more hits than the server gives in one window, while others arrive. */
@ExtendWith(SampleLine.Shared.class)
class PagingIT {

    private static final int MANY = 10_500;
    private static final Instant FIRST = Instant.parse("2031-01-01T00:00:00Z");
    private static final String PREFIX = "paging-";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final ElasticsearchConnection connection;
    private final StatementIndex index;

    PagingIT(SampleLine sample) {
        server = URI.create(
                Endpoints.running(sample.folder()).orElseThrow().elasticsearch().get(0));
        connection = new ElasticsearchConnection(
                new ElasticsearchSettings(List.of(server), null, null, null, null, Duration.ofSeconds(30), PREFIX));
        index = new ElasticsearchStatementIndex(connection, word -> word);
    }

    @BeforeEach
    void fill() throws Exception {
        try (InputStream mapping = Objects.requireNonNull(
                StatementIndex.class.getResourceAsStream("/org/watchword/index/statements.mapping.json"))) {
            send("PUT", "/" + PREFIX + "statements", mapping.readAllBytes());
        }
        write(MANY, i -> row("s" + i, FIRST.plusSeconds(60L * i), "pair-" + i / 2));
    }

    @AfterEach
    void clear() throws Exception {
        send("DELETE", "/" + PREFIX + "statements", new byte[0]);
        connection.close();
    }

    @Test
    void allPagesAreOfOneMomentHoweverManyAndWhateverArrives() throws Exception {
        List<String> ids = new ArrayList<>();
        StatementQuery query = StatementQuery.of("").paged(StatementQuery.Sort.DATE, 200, null);
        SearchResult page = index.search(query);
        while (true) {
            page.hits().forEach(hit -> ids.add(hit.statement().id()));
            assertThat(page.total()).isEqualTo(MANY);
            if (page.next() == null) {
                break;
            }
            if (ids.size() == 400) {
                // Newer than all, older than all, and between those shown and those to come.
                write(150, i -> row("late-" + i, FIRST.plusSeconds(47L * 60 * i), "late-" + i));
                send("POST", "/" + PREFIX + "statements/_update/s17?refresh=true", """
                        {"doc": {"supersededBy": "late-1"}}""".getBytes(
                                StandardCharsets.UTF_8));
            }
            page = index.search(query.paged(StatementQuery.Sort.DATE, 200, page.next()));
        }

        assertThat(ids).hasSize(MANY).doesNotHaveDuplicates().contains("s17").noneMatch(id -> id.startsWith("late"));
        assertThat(index.search(query).total()).isEqualTo(MANY + 150 - 1);
    }

    @Test
    void copiesShownOnceComeOnceWhateverArrives() throws Exception {
        List<String> ids = new ArrayList<>();
        StatementQuery query = StatementQuery.of("").collapsed().paged(StatementQuery.Sort.OLDEST, 200, null);
        SearchResult page = index.search(query);
        while (page.next() != null && ids.size() < 1_000) {
            page.hits().forEach(hit -> ids.add(hit.statement().id()));
            if (ids.size() == 400) {
                // Would be the first of the pairs to come, and so take their places.
                write(500, i -> row("a" + i, FIRST, "pair-" + (300 + i)));
            }
            page = index.search(query.paged(StatementQuery.Sort.OLDEST, 200, page.next()));
        }

        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("a"));
        for (int i = 0; i < ids.size(); i++) {
            assertThat(ids.get(i)).isEqualTo("s" + 2 * i);
        }
    }

    @Test
    void theFirstHitsAreThoseOfTheWholeSearch() {
        StatementQuery query = StatementQuery.of("said").paged(StatementQuery.Sort.OLDEST, 7, null);

        assertThat(index.first(query)).hasSize(7).isEqualTo(index.search(query).hits());
    }

    @Test
    void aMomentThatIsGoneGoesOnAtItsPlaceInWhatIsThere() {
        StatementQuery query = StatementQuery.of("").paged(StatementQuery.Sort.OLDEST, 3, null);
        SearchResult page = index.search(query);
        String place =
                new String(Base64.getUrlDecoder().decode(Objects.requireNonNull(page.next())), StandardCharsets.UTF_8);
        String gone = place.replaceFirst("\"moment\":\"[^\"]*", "\"moment\":\"gone");
        assertThat(gone).isNotEqualTo(place);

        SearchResult next = index.search(query.paged(
                StatementQuery.Sort.OLDEST,
                3,
                Base64.getUrlEncoder().withoutPadding().encodeToString(gone.getBytes(StandardCharsets.UTF_8))));

        assertThat(next.hits()).extracting(hit -> hit.statement().id()).containsExactly("s3", "s4", "s5");
    }

    @Test
    void copiesAreToldApartInRowsOfAnEarlierProgramToo() throws Exception {
        StatementQuery query = new StatementQuery(
                "", Map.of(), FIRST, FIRST.plusSeconds(6_000), StatementQuery.Sort.OLDEST, 5, true, null);
        assertThat(index.search(query).distinct()).isEqualTo(50);

        write(20, i -> row("earlier-" + i, FIRST, i < 19 ? "pair-" + i : "alone")
                .replaceFirst(",\"copiesNumber[^}]*", ""));

        assertThat(index.search(query).total()).isEqualTo(120);
        assertThat(index.search(query).distinct()).isEqualTo(51);
        assertThat(index.search(query).hits())
                .extracting(hit -> hit.statement().id())
                .containsExactly("earlier-0", "earlier-1", "earlier-10", "earlier-11", "earlier-12");
    }

    private static String row(String id, Instant date, String copies) {
        return """
                {"id":"%1$s","documentId":"d-%1$s","textSha256":"0","start":0,"end":4,"text":"said","title":"t","status":["unflagged"],\
                "severity":0,"flags":[],"outlet":"o","source":"o","language":"en","url":"https://o.example/%1$s",\
                "capturedAt":"%2$s","date":"%2$s","copies":"%3$s","copiesNumber":%4$d}""".formatted(id, date, copies, ContentHash.number(copies));
    }

    private void write(int rows, IntFunction<String> row) throws IOException, InterruptedException {
        StringBuilder bulk = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            String json = row.apply(i);
            String id = json.substring(7, json.indexOf('"', 7));
            bulk.append("{\"index\":{\"_id\":\"")
                    .append(id)
                    .append("\"}}\n")
                    .append(json)
                    .append('\n');
        }
        String answer = send(
                "POST",
                "/" + PREFIX + "statements/_bulk?refresh=true",
                bulk.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(answer).contains("\"errors\":false");
    }

    private String send(String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", path.contains("_bulk") ? "application/x-ndjson" : "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body();
    }
}
