package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.index.Facet;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.model.PageEdits;
import tools.jackson.databind.JsonNode;

class StatementApiTest {

    private final InMemoryStatementIndex index = SampleIndex.create();
    private final TestingDesk desk = new TestingDesk(index);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSearchGivesTotalHitsFacetsAndTheCursorOfTheNextPage() {
        JsonNode answer = desk.json("/api/statements?size=2");

        assertThat(answer.propertyNames()).containsExactly("total", "hits", "facets", "next");
        assertThat(answer.get("total").asLong()).isEqualTo(36);
        assertThat(answer.get("hits")).hasSize(2);
        assertThat(answer.get("facets").propertyNames())
                .containsExactly(
                        "category",
                        "status",
                        "severity",
                        "speaker",
                        "office",
                        "country",
                        "target",
                        "source",
                        "outlet",
                        "outletCountry",
                        "language",
                        "rule",
                        "edited",
                        "review",
                        "agreement",
                        "date");
        assertThat(answer.get("facets").get("category").get(0).toString())
                .isEqualTo("{\"key\":\"dehumanization.vermin\",\"count\":2}");
        assertThat(answer.get("next").asString()).isNotEmpty();
    }

    @Test
    void aHitIsTheFlatStatementWithItsHighlights() {
        JsonNode hit =
                desk.json("/api/statements?q=rats&status=flagged").get("hits").get(0);

        assertThat(hit.propertyNames())
                .containsExactly(
                        "id",
                        "start",
                        "end",
                        "text",
                        "speaker",
                        "flags",
                        "documentId",
                        "url",
                        "title",
                        "publishedAt",
                        "capturedAt",
                        "outlet",
                        "source",
                        "language",
                        "textSha256",
                        "archive",
                        "supersededBy",
                        "vanishedAt",
                        "edited",
                        "story",
                        "highlights");
        assertThat(hit.get("publishedAt").asString()).isEqualTo("2031-05-17T18:40:00Z");
        assertThat(hit.get("speaker").toString()).isEqualTo("{\"text\":\"Dravec\",\"name\":\"Marek Dravec\"}");
        assertThat(hit.get("flags").get(0).get("category").asString()).isEqualTo("dehumanization.vermin");
        assertThat(hit.get("highlights").toString()).isEqualTo("[[16,20]]");
        assertThat(hit.get("vanishedAt").isNull()).isTrue();
    }

    @Test
    void followingTheCursorGivesEveryStatementOnce() {
        Set<String> seen = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = desk.json("/api/statements?size=7&after=" + after);
            page.get("hits").forEach(hit -> assertThat(seen.add(hit.get("id").asString()))
                    .isTrue());
            JsonNode next = page.get("next");
            after = next.isNull() ? "" : URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
            pages++;
        } while (!after.isEmpty());

        assertThat(seen).hasSize(36);
        assertThat(pages).isEqualTo(6);
    }

    @Test
    void repeatedParametersAndCommaListsAreAlternatives() {
        desk.get("/api/statements?category=threat,denial.identity&category=purity&source=a&source=b"
                + "&speaker=Petra+Lund%5C%2C+the+younger&from=2031-05&to=2031-05-17&sort=severity&size=5&q=a+b");
        StatementQuery query = index.lastQuery().orElseThrow();

        assertThat(query.wanted(Facet.CATEGORY)).containsExactly("threat", "denial.identity", "purity");
        assertThat(query.wanted(Facet.SOURCE)).containsExactly("a", "b");
        assertThat(query.wanted(Facet.SPEAKER)).containsExactly("Petra Lund, the younger");
        assertThat(query.from()).isEqualTo(Instant.parse("2031-05-01T00:00:00Z"));
        assertThat(query.to()).isEqualTo(Instant.parse("2031-05-18T00:00:00Z"));
        assertThat(query.sort()).isEqualTo(StatementQuery.Sort.SEVERITY);
        assertThat(query.size()).isEqualTo(5);
        assertThat(query.text()).isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            categry=threat            | unknown parameter 'categry'; did you mean 'category'?
            category=dehumanisation   | 'category' has no value 'dehumanisation'; did you mean 'dehumanization'?
            status=flaged             | 'status' has no value 'flaged'; did you mean 'flagged'?
            sort=alphabet             | 'sort' has no value 'alphabet'; known: date, oldest, relevance, severity
            size=201                  | 'size' must be a number from 0 to 200, not '201'
            size=many                 | 'size' must be a number from 0 to 200, not 'many'
            size=1&size=2             | 'size' can be given once only
            from=17.5.2031            | 'from' must be a date such as 2031-05-17, a month such as 2031-05, a year or an instant such as 2031-05-17T08:30:00Z, not '17.5.2031'
            to=2031-02-30             | 'to' must be a date such as 2031-05-17, a month such as 2031-05, a year or an instant such as 2031-05-17T08:30:00Z, not '2031-02-30'
            from=2031-05&to=2031-04   | 'to' (2031-04) must not be before 'from' (2031-05)
            """)
    void aParameterThatCannotBeUsedIsRefusedByName(String query, String error) {
        HttpResponse<String> answer = desk.get("/api/statements?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(desk.read(answer).get("error").asString()).isEqualTo(error);
    }

    @Test
    void anOverlongQueryIsRefused() {
        HttpResponse<String> answer = desk.get("/api/statements?q=" + "a".repeat(1_001));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("limited to 1000 characters; this one has 1001");
    }

    @Test
    void aQueryThatCannotBeReadIsRefusedWithItsPosition() {
        HttpResponse<String> answer = desk.get("/api/statements?q=one+%22two");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"a quotation mark is opened and not closed\",\"position\":4}");
    }

    @Test
    void aStatementComesWithItsProvenanceAndExactSurroundings() {
        StatementRecord statement = SampleIndex.rally().records().get(0);
        JsonNode answer = desk.json("/api/statements/" + statement.id());
        String text = SampleIndex.rally().analysis().document().text();

        assertThat(answer.get("archive").propertyNames()).containsExactly("file", "offset", "recordId", "sha256");
        assertThat(answer.get("capturedAt").asString()).isEqualTo("2031-06-02T07:15:00Z");
        assertThat(answer.get("outlet").asString()).isEqualTo("The Halden Courier");
        assertThat(text)
                .contains(answer.get("before").asString()
                        + statement.text()
                        + answer.get("after").asString());
        assertThat(answer.get("before").asString()).endsWith("“");
    }

    @Test
    void surroundingsThatDoNotHoldTheWordsAreNotShown() {
        StatementRecord s = SampleIndex.rally().records().get(0);
        index.add(new StatementRecord(
                s.id(),
                s.start() + 1,
                s.end() + 1,
                s.text(),
                s.speaker(),
                s.flags(),
                s.documentId(),
                s.url(),
                s.title(),
                s.publishedAt(),
                s.capturedAt(),
                s.outlet(),
                s.source(),
                s.language(),
                s.textSha256(),
                s.archive(),
                null,
                null,
                PageEdits.NONE,
                s.story()));

        assertThat(desk.json("/api/statements/" + s.id()).get("before").isNull())
                .isTrue();
        assertThat(desk.get("/statements/" + s.id()).body()).contains("no context is shown");
    }

    @Test
    void aDocumentIsTheAnalysisOfTheVersionAskedFor() {
        var analysis = SampleIndex.rally().analysis();
        String id = analysis.document().id();

        assertThat(desk.json("/api/documents/" + id).propertyNames())
                .containsExactly("document", "annotation", "lemmas", "successions", "history");
        assertThat(desk.get("/api/documents/" + id + "?version="
                                + analysis.document().textSha256())
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.get("/api/documents/" + id + "?version=0").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIs404AndADeadIndex503() {
        assertThat(desk.get("/api/statements/nothing").statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/nothing").body()).contains("\"error\"");
        assertThat(desk.json("/health").toString()).isEqualTo("{\"status\":\"up\",\"index\":\"up\"}");

        index.takeDown();

        HttpResponse<String> answer = desk.get("/api/statements");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("does not answer");
        assertThat(desk.get("/health").statusCode()).isEqualTo(503);
        assertThat(desk.get("/").statusCode()).isEqualTo(503);
        assertThat(desk.get("/").body()).contains("Nothing is lost");
    }

    @Test
    void theStatusAddsUpEveryStage() {
        JsonNode status = desk.json("/api/status");

        assertThat(status.get("addsUp").asBoolean()).isTrue();
        assertThat(status.get("stages").get(0).get("stage").asString()).isEqualTo("fetch");
        assertThat(status.get("stages").get(0).get("in").asLong()).isEqualTo(1_256);
        assertThat(desk.get("/status").body()).contains("refused: robots 12", "Every input of every stage");
    }
}
