package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.model.review.Correction;
import org.watchword.model.review.Finding;
import org.watchword.model.review.JudgedFlag;
import org.watchword.model.review.RabatFactor;
import org.watchword.model.review.Review;
import org.watchword.model.review.ReviewKind;
import org.watchword.model.review.ReviewState;
import org.watchword.model.review.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as earlier versions wrote them, one folder a version, each with every field filled: they stay as they are, and are read for ever. The newest
 * folder is what is written today; a record that gains a field gets a new folder ({@code -Dgolden.write=true}), after thought about how the
 * older ones are read.
 */
class RecordEvolutionTest {

    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final String TEXT = "He said: “They are rats.” 🐀";

    /** Today's records, each with every field it can have. */
    private static Map<String, Object> today() {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("documents", document());
        records.put("analyses", analysis());
        records.put("stories", new StoryMember("d1", "d0", List.of(StoryMember.Wording.of("s1", "They are rats."))));
        records.put(
                "dead-letters",
                DeadLetter.of("analyze", "not-json", "line is no JSON", "documents-0-7", NOON, new byte[] {0, -1, 7}));
        records.put(
                "counts",
                new StageCounts(
                        "fetch", "tidings", 3, new TreeMap<>(Map.of("emitted", 2L, "refused:robots", 1L)), NOON));
        records.put(
                "coverage",
                new SourceDay(
                        "tidings",
                        LocalDate.of(2026, 10, 1),
                        "vale@part-7",
                        5,
                        1,
                        4,
                        2,
                        new TreeMap<>(Map.of("emitted", 4L)),
                        NOON,
                        NOON,
                        "unreachable: no answer",
                        NOON));
        records.put("reviews", review());
        records.put(
                "delays",
                new SearchDelays(
                        "index-1",
                        NOON,
                        NOON,
                        new TreeMap<>(Map.of("published-searchable", new DelayHistogram(List.of(0L, 3L))))));
        return records;
    }

    private static Review review() {
        var flag = new JudgedFlag(
                Category.DEHUMANIZATION_VERMIN, FlagStatus.FLAGGED, "vermin-is", "en/vermin@1", 0, 9, "velmari");
        var correction = new Correction("Orlan Tesk", "velmari", "dehumanization.animal");
        Finding before = Finding.of("Marek Dravec", List.of(flag));
        return new Review(
                Review.id("s1", "ana", NOON, flag.key()),
                ReviewKind.ADJUDICATION,
                "s1",
                "d1",
                "w1",
                "ana",
                NOON,
                Verdict.REJECT,
                flag.key(),
                "meant literally",
                "seen twice",
                correction,
                Map.of(RabatFactor.INTENT, "none"),
                List.of(flag),
                "Marek Dravec",
                before,
                before.with(ReviewState.of(Verdict.REJECT), correction),
                "r0");
    }

    private static Document document() {
        return new Document(
                ContentHash.documentId("https://tidings.example/a"),
                "tidings",
                "The Tidings",
                "Nolmark",
                "https://tidings.example/a?x=1",
                "https://tidings.example/a",
                "Title",
                "Ada Renn",
                "Tidings Online",
                "World",
                "https://tidings.example/a.jpg",
                NOON,
                NOON,
                "en",
                "Orlan Tesk",
                "President",
                "Harbour conference",
                TEXT,
                List.of(new Turn(9, 25, "President Orlan Tesk", "Orlan Tesk", "President")),
                ContentHash.sha256Hex(TEXT),
                NOON,
                new ArchiveRef("2026/10/a.warc.gz", 17, "urn:uuid:1", "ab"));
    }

    private static Analysis analysis() {
        var flag = new Flag(
                Category.DEHUMANIZATION_VERMIN,
                FlagStatus.CONTEXT,
                "vermin-copula",
                "en/dehumanization@1f3a",
                Severity.HIGH,
                10,
                23,
                new Target(10, 14, "They", "velmari"),
                List.of(new GuardNote("negation", "“not” stands before the predicate")),
                0.9,
                new Opinion("second-opinion.en@1f3a", 0.25, true));
        var statement = new Statement(
                "s1", 10, 24, "They are rats.", new Speaker("He", "Orlan Tesk", "President", "Nolmark"), List.of(flag));
        var quote = new Quote(
                10,
                24,
                List.of(new Span(10, 24)),
                QuoteKind.DIRECT,
                new CueSpan(3, 7),
                new Mention(0, 2, "He", "Orlan Tesk", "President", "Nolmark"),
                AttributionMethod.PARENTHETICAL,
                0.8);
        var annotation = new Annotation(
                "d1",
                "en",
                List.of(new Span(0, 28)),
                List.of(new Entity(0, 2, EntityType.PERSON, "He", "Orlan Tesk")),
                List.of(quote),
                List.of(statement));
        var revision = new Revision(
                "ab",
                NOON,
                "cd",
                NOON,
                true,
                "Correction:",
                RevisionKind.REWORDED,
                1,
                2,
                true,
                List.of(new Edit(1, 2, 3, 4, "old", "new")),
                List.of(new Edit(0, 1, 0, 1, "A", "B")));
        return new Analysis(
                document(),
                annotation,
                new Lemmas("he say they be rat", new TreeMap<>(Map.of("s1", "they be rat"))),
                List.of(new Succession("s0", "s1", NOON)),
                new PageHistory(2, List.of(revision), List.of("s0")));
    }

    @Test
    void theNewestFolderIsWhatIsWrittenToday() throws IOException {
        Path newest = versions().get(versions().size() - 1);
        for (Map.Entry<String, Object> record : today().entrySet()) {
            Path file = newest.resolve(record.getKey() + ".json");
            String written = JSON.writeValueAsString(record.getValue()) + "\n";
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, written);
            }
            assertThat(written).as("%s; see docs/adr/0022", file).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void whatEveryVersionHasWrittenIsReadWhole() throws IOException {
        for (Path version : versions()) {
            for (Map.Entry<String, Object> record : today().entrySet()) {
                Path file = version.resolve(record.getKey() + ".json");
                if (Files.exists(file)) {
                    JsonNode old = JSON.readTree(Files.readString(file));
                    Object read = JSON.treeToValue(old, record.getValue().getClass());
                    assertHolds(file + "", JSON.valueToTree(read), old);
                }
            }
        }
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() throws IOException {
        for (Map.Entry<String, Object> record : today().entrySet()) {
            ObjectNode later = JSON.valueToTree(record.getValue());
            later.set("ofTomorrow", JSON.readTree("{\"a\":[1]}"));
            assertThat(JSON.treeToValue(later, record.getValue().getClass()))
                    .as(record.getKey())
                    .isEqualTo(record.getValue());
        }
    }

    private static List<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(RECORDS)) {
            return folders.sorted().toList();
        }
    }

    /** Every field of the old record is in the new one with its value; the new one may have more. */
    private static void assertHolds(String where, JsonNode now, JsonNode old) {
        if (old.isObject()) {
            old.properties()
                    .forEach(field ->
                            assertHolds(where + "/" + field.getKey(), now.path(field.getKey()), field.getValue()));
        } else if (old.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(old.size());
            for (int i = 0; i < old.size(); i++) {
                assertHolds(where + "/" + i, now.get(i), old.get(i));
            }
        } else {
            // Numbers of the same value may be nodes of different kinds.
            assertThat(now.toString()).as(where).isEqualTo(old.toString());
        }
    }
}
