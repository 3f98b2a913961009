package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.watchword.app.status.Account;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import org.watchword.model.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the sample outlet to a search hit and back to the captured bytes, on one start; then what an outlet and a topic can do wrong. */
@ExtendWith(SampleLine.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineIT {

    private final SampleLine sample;
    private final TestingLine line;
    private final Account first;

    LineIT(SampleLine sample) {
        this.sample = sample;
        this.line = sample.line();
        this.first = sample.first();
    }

    @Test
    @Order(1)
    void theCrawlEndsInFlaggedStatementsAndEveryPageIsAccountedFor() throws Exception {
        assertThat(first.checks()).allMatch(check -> check.verdict() == Account.Verdict.HOLDS);
        assertThat(first.stage("fetch").out()).containsKeys("emitted", "refused:robots", "refused:not-found");
        assertThat(first.stage("index").ended("emitted"))
                .isEqualTo(first.stage("fetch").ended("emitted"));
        assertThat(first.stage("analyze").ended("dead-lettered")).isZero();

        JsonNode found = line.get("/api/statements?q=Yelkun&status=flagged");
        assertThat(found.get("total").asInt()).isPositive();
        assertThat(found.get("hits")).allSatisfy(hit -> assertThat(
                        hit.get("flags").get(0).get("category").asString())
                .isNotBlank());
        assertThat(found.get("facets").propertyNames())
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
    }

    @Test
    @Order(2)
    void aStatementLeadsBackToTheCapturedBytes() throws Exception {
        JsonNode hit = line.get("/api/statements?status=flagged&sort=severity")
                .get("hits")
                .get(0);
        JsonNode statement = line.get("/api/statements/" + hit.get("id").asString());
        assertThat(statement.propertyNames())
                .contains(
                        "id",
                        "start",
                        "end",
                        "text",
                        "speaker",
                        "flags",
                        "url",
                        "title",
                        "publishedAt",
                        "capturedAt",
                        "outlet",
                        "archive",
                        "before",
                        "after");
        assertThat(statement.get("flags").get(0).propertyNames())
                .containsExactly(
                        "category", "status", "rule", "pack", "severity", "start", "end", "target", "guards", "score");
        assertThat(Instant.parse(statement.get("capturedAt").asString()))
                .isAfter(Instant.parse(statement.get("publishedAt").asString()));

        Document document = JsonMapper.shared()
                .treeToValue(
                        line.get("/api/documents/" + hit.get("documentId").asString())
                                .get("document"),
                        Document.class);
        int start = statement.get("start").asInt();
        int end = statement.get("end").asInt();
        assertThat(document.text().substring(start, end))
                .isEqualTo(statement.get("text").asString());
        assertThat(document.text())
                .contains(statement.get("before").asString()
                        + statement.get("text").asString());
        assertThat(ContentHash.statementId(document.canonicalUrl(), document.textSha256(), start, end))
                .isEqualTo(statement.get("id").asString());

        ArchiveRef ref = JsonMapper.shared().treeToValue(statement.get("archive"), ArchiveRef.class);
        ArchivedRecord record = new ArchiveFolder(sample.folder().resolve("archive")).read(ref);
        assertThat(ContentHash.sha256Hex(record.payload())).isEqualTo(ref.sha256());
        assertThat(new String(record.payload(), StandardCharsets.UTF_8))
                .contains(longestWord(statement.get("text").asString()));
    }

    @Test
    @Order(4)
    void garbageGoesToTheDeadLettersAndTheLineGoesOn() throws Exception {
        TestingTopics topics = new TestingTopics(line.kafka(), line.topics());
        Account before = line.account();
        topics.send(Topics.DOCUMENTS, "garbage", "\u0000 not JSON {");
        topics.send(Topics.ANALYSES, "garbage", "{\"document\": 7");
        Document strange = TestingDocuments.of(
                "urn:watchword:test:strange", "Kept whole: \uD83D and \uDE00. “We wait,” Ada Renn said.");
        Document sound = TestingDocuments.of(
                "urn:watchword:test:sound", "“The Yelkun are rats and we will drive them out,” Ada Renn said.");
        ObjectNode unknown = JsonMapper.shared().valueToTree(sound);
        unknown.put("fieldOfALaterVersion", true);
        topics.send(Topics.DOCUMENTS, strange.id(), escaped(strange));
        topics.send(Topics.DOCUMENTS, sound.id(), unknown.toString());

        Account after = line.await(account ->
                account.stage("analyze").in() == before.stage("analyze").in() + 3
                        && account.stage("index").in() == before.stage("index").in() + 3);
        assertThat(ended(after, "analyze", "dead-lettered") - ended(before, "analyze", "dead-lettered"))
                .isEqualTo(1);
        assertThat(ended(after, "index", "dead-lettered") - ended(before, "index", "dead-lettered"))
                .isEqualTo(1);
        // Others share the line, and its dead letters.
        byte[] garbage = "\u0000 not JSON {".getBytes(StandardCharsets.UTF_8);
        assertThat(topics.deadLetter(d -> Arrays.equals(d.original(), garbage)).code())
                .isEqualTo("not-json");
        byte[] half = "{\"document\": 7".getBytes(StandardCharsets.UTF_8);
        assertThat(topics.deadLetter(d -> Arrays.equals(d.original(), half)).code())
                .isEqualTo("not-an-analysis");

        assertThat(line.get("/api/statements?q=drive+Yelkun&source=test")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(line.get("/api/statements?q=wait&source=test").get("total").asInt())
                .isEqualTo(1);
        assertThat(line.get("/api/documents/" + strange.id())
                        .get("document")
                        .get("text")
                        .asString())
                .hasSameSizeAs(strange.text());
    }

    private static long ended(Account account, String stage, String status) {
        return account.stage(stage).ended(status);
    }

    private static String longestWord(String text) {
        return Arrays.stream(text.split("[^A-Za-z]+"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** UTF-8 cannot carry half a character, JSON's escapes can. */
    private static String escaped(Document document) {
        ObjectNode json = JsonMapper.shared().valueToTree(document);
        return json.put("text", "@TEXT@")
                .toString()
                .replace("@TEXT@", document.text().replace("\uD83D", "\\ud83d").replace("\uDE00", "\\ude00"));
    }
}
