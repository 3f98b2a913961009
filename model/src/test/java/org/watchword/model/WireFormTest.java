package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WireFormTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private static final Document DOCUMENT = new Document(
            ContentHash.documentId("https://tidings.example/a"),
            "tidings",
            "The Tidings",
            null,
            "https://tidings.example/a?x=1",
            "https://tidings.example/a",
            "Title",
            null,
            null,
            "World",
            "https://tidings.example/a.jpg",
            NOON,
            null,
            "en",
            null,
            null,
            "Harbour conference",
            "He said: “They are rats.” 🐀",
            List.of(new Turn(9, 25, "President Orlan Tesk", "Orlan Tesk", "President")),
            ContentHash.sha256Hex("He said: “They are rats.” 🐀"),
            NOON,
            new ArchiveRef("2026/10/a.warc.gz", 17, "urn:uuid:1", "ab"));

    private static final Flag FLAG = new Flag(
            Category.DEHUMANIZATION_VERMIN,
            FlagStatus.CONTEXT,
            "vermin-copula",
            "en/dehumanization@1f3a",
            Severity.HIGH,
            10,
            23,
            new Target(10, 14, "They", "velmari"),
            List.of(new GuardNote("negation", "“not” stands before the predicate")),
            0.9);

    private static final Statement STATEMENT =
            new Statement("id1", 10, 24, "They are rats.", new Speaker("He", "Orlan Tesk"), List.of(FLAG));

    @Test
    void annotationHasTheContractsFieldsInOrder() {
        var annotation = new Annotation(
                "d1",
                "en",
                List.of(new Span(0, 28)),
                List.of(new Entity(0, 2, EntityType.PERSON, "He")),
                List.of(new Quote(
                        10,
                        24,
                        List.of(),
                        QuoteKind.DIRECT,
                        new CueSpan(3, 7),
                        new Mention(0, 2, "He", "Orlan Tesk"),
                        AttributionMethod.PARENTHETICAL,
                        0.8)),
                List.of(STATEMENT));

        assertThat(JSON.writeValueAsString(annotation)).isEqualTo("""
                {"id":"d1","language":"en","sentences":[[0,28]],\
                "entities":[{"start":0,"end":2,"type":"PERSON","text":"He"}],\
                "quotes":[{"start":10,"end":24,"parts":[],"kind":"direct","cue":{"start":3,"end":7},\
                "speaker":{"start":0,"end":2,"text":"He","name":"Orlan Tesk"},\
                "method":"parenthetical","confidence":0.8}],\
                "statements":[{"id":"id1","start":10,"end":24,"text":"They are rats.",\
                "speaker":{"text":"He","name":"Orlan Tesk"},\
                "flags":[{"category":"dehumanization.vermin","status":"context","rule":"vermin-copula",\
                "pack":"en/dehumanization@1f3a","severity":"high","start":10,"end":23,\
                "target":{"start":10,"end":14,"text":"They","group":"velmari"},\
                "guards":[{"guard":"negation","reason":"“not” stands before the predicate"}],"score":0.9}]}]}""");
    }

    @Test
    void analysisSurvivesARoundTrip() {
        var analysis = new Analysis(
                DOCUMENT,
                new Annotation("d1", "en", List.of(), List.of(), List.of(), List.of(STATEMENT)),
                new Lemmas("he say they be rat", new TreeMap<>(Map.of("id1", "they be rat"))),
                List.of(new Succession("id0", null, NOON)));

        assertThat(JSON.readValue(JSON.writeValueAsBytes(analysis), Analysis.class))
                .isEqualTo(analysis);
    }

    @Test
    void timesAreIsoUtcAndAbsentPartsAreNull() {
        assertThat(JSON.writeValueAsString(DOCUMENT))
                .contains("\"publishedAt\":\"2026-10-01T12:00:00Z\"", "\"byline\":null", "\"modifiedAt\":null");
    }

    @Test
    void aTranscriptCarriesItsTurns() {
        assertThat(JSON.writeValueAsString(DOCUMENT))
                .contains("\"section\":\"World\",\"image\":\"https://tidings.example/a.jpg\"")
                .contains("\"event\":\"Harbour conference\"")
                .contains("\"turns\":[{\"start\":9,\"end\":25,\"label\":\"President Orlan Tesk\","
                        + "\"speaker\":\"Orlan Tesk\",\"office\":\"President\"}]");
    }

    @Test
    void aDocumentWrittenBeforeThereWereTurnsHasNone() {
        String old = JSON.writeValueAsString(DOCUMENT)
                .replaceFirst(",\"turns\":\\[[^]]*]", "")
                .replaceFirst(",\"section\":\"World\"", "");

        Document read = JSON.readValue(old, Document.class);

        assertThat(read.turns()).isEmpty();
        assertThat(read.section()).isNull();
    }

    @Test
    void deadLetterKeepsTheOriginalBytes() {
        var letter =
                DeadLetter.of("analyze", "not-json", "line is no JSON", "documents-0-7", NOON, new byte[] {0, -1, 7});

        var back = JSON.readValue(JSON.writeValueAsBytes(letter), DeadLetter.class);

        assertThat(back).isEqualTo(letter);
        assertThat(back.original()).containsExactly(0, -1, 7);
        assertThat(back.id()).isEqualTo(ContentHash.sha256Hex("analyze\ndocuments-0-7"));
    }

    @Test
    void countsAddUpOrSayThatTheyDoNot() {
        var counts = new StageCounts(
                "fetch",
                "tidings",
                5,
                new TreeMap<>(Map.of("emitted", 2L, "refused:robots", 2L, "refused:too-large", 1L)),
                NOON);

        var back = JSON.readValue(JSON.writeValueAsBytes(counts), StageCounts.class);

        assertThat(back).isEqualTo(counts);
        assertThat(back.addsUp()).isTrue();
        assertThat(back.ended(StageCounts.REFUSED)).isEqualTo(3);
        assertThat(new StageCounts("fetch", "x", 5, new TreeMap<>(), NOON).addsUp())
                .isFalse();
    }

    @Test
    void everyCategoryIsFoundByItsId() {
        assertThat(Category.values()).hasSize(23).allSatisfy(category -> {
            assertThat(Category.of(category.id())).isSameAs(category);
            assertThat(JSON.writeValueAsString(category)).isEqualTo('"' + category.id() + '"');
        });
        assertThat(Category.find("nonsense")).isEmpty();
    }

    @Test
    void anOlderRecordWithAnUnknownFieldIsStillRead() {
        assertThat(JSON.readValue("{\"text\":\"X\",\"name\":\"X\",\"rank\":3}", Speaker.class))
                .isEqualTo(new Speaker("X", "X"));
    }
}
