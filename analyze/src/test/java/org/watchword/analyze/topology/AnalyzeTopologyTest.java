package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.analyze.TestingAnalysis;
import org.watchword.analyze.TestingPage;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.analyze.story.StorySettings;
import org.watchword.model.Analysis;
import org.watchword.model.ContentHash;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import org.watchword.model.Statement;
import org.watchword.model.Succession;
import org.watchword.model.TopicLayout;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class AnalyzeTopologyTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String URL = "https://tidings.example/a";
    private static final Instant MONDAY = Instant.parse("2026-10-05T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-06T12:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-10-07T12:00:00Z");
    private static final String TWO = "Tesk spoke. “The Velmari are rats.” He went on: “We shall talk.”";
    private static final String ONE = "Tesk spoke. He went on: “We shall talk.” Rain fell.";

    @TempDir
    Path stateDir;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> documents;
    private TestOutputTopic<String, byte[]> analyses;
    private TestOutputTopic<String, byte[]> deadLetters;
    private TestOutputTopic<String, byte[]> counts;

    @BeforeEach
    void start() {
        start(200_000);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void start(int maxRecordBytes) {
        var settings = new AnalyzeSettings(
                "analyze-test",
                new TopicLayout("t-", 1, (short) 1),
                1,
                Duration.ofMillis(100),
                0,
                maxRecordBytes,
                1 << 20,
                StorySettings.defaults(),
                1);
        var client = Map.<String, Object>of("bootstrap.servers", "localhost:1");
        driver = new TopologyTestDriver(
                AnalyzeTopology.build(settings, TestingAnalysis::analyzer, CorrectionNotes.of(Set.of("Correction:"))),
                AnalyzeRole.properties(settings, client, stateDir),
                Instant.parse("2026-11-01T00:00:00Z"));
        documents = driver.createInputTopic("t-documents", new ByteArraySerializer(), new ByteArraySerializer());
        analyses = output("t-analyses");
        deadLetters = output("t-dead-letters");
        counts = output("t-counts");
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Test
    void documentBecomesAnalysisUnderItsOwnKeyAndTime() {
        send(document(TWO, MONDAY));

        TestRecord<String, byte[]> record = analyses.readRecord();
        assertThat(record.key()).isEqualTo(ContentHash.documentId(URL));
        assertThat(record.getRecordTime()).isEqualTo(MONDAY);
        Analysis analysis = JSON.readValue(record.value(), Analysis.class);
        assertThat(analysis.annotation().statements())
                .extracting(Statement::text)
                .containsExactly("The Velmari are rats.", "We shall talk.");
        assertThat(analysis.lemmas().statements())
                .containsValue("the velmari are rats")
                .containsValue("we shall talk");
        assertThat(analysis.successions()).isEmpty();
    }

    @Test
    void sameVersionDeliveredTwiceIsCountedAndNotRepeated() {
        send(document(TWO, MONDAY));
        send(document(TWO, MONDAY));

        assertThat(analyses.readValuesToList()).hasSize(1);
        assertThat(lastCounts().out()).isEqualTo(Map.of("emitted", 1L, "duplicate:redelivered", 1L));
    }

    @Test
    void sameTextCapturedLaterIsUnchanged() {
        send(document(TWO, MONDAY));
        send(document(TWO, TUESDAY));

        assertThat(analyses.readValuesToList()).hasSize(1);
        assertThat(lastCounts().out()).isEqualTo(Map.of("emitted", 1L, "unchanged", 1L));
    }

    @Test
    void laterVersionSaysWhatItKeptAndWhatItDropped() {
        send(document(TWO, MONDAY));
        send(document(ONE, TUESDAY));

        List<Analysis> all = readAnalyses();
        assertThat(all.get(1).successions())
                .containsExactlyInAnyOrder(
                        new Succession(id(all.get(0), 0), null, TUESDAY),
                        new Succession(id(all.get(0), 1), id(all.get(1), 0), TUESDAY));
    }

    @Test
    void versionsOutOfOrderGiveTheSameFates() {
        send(document(ONE, TUESDAY));
        send(document(TWO, MONDAY));

        List<Analysis> all = readAnalyses();
        assertThat(all.get(0).successions()).isEmpty();
        assertThat(all.get(1).successions())
                .containsExactlyInAnyOrder(
                        new Succession(id(all.get(1), 0), null, TUESDAY),
                        new Succession(id(all.get(1), 1), id(all.get(0), 0), TUESDAY));
    }

    @Test
    void versionBetweenTwoOthersMovesTheDateWordsVanished() {
        send(document(TWO, MONDAY));
        send(document("Nothing was said.", WEDNESDAY));
        send(document(ONE, TUESDAY));

        List<Analysis> all = readAnalyses();
        assertThat(all.get(1).successions()).allMatch(s -> s.successorId() == null && s.at().equals(WEDNESDAY));
        assertThat(all.get(2).successions())
                .containsExactlyInAnyOrder(
                        new Succession(id(all.get(0), 0), null, TUESDAY),
                        new Succession(id(all.get(0), 1), id(all.get(2), 0), TUESDAY),
                        new Succession(id(all.get(2), 0), null, WEDNESDAY));
    }

    @Test
    void wordsStillOnThePageAreNotCalledVanished() {
        send(document("Tesk spoke. “We shall talk.”", MONDAY));
        send(document("Tesk spoke. The words We  shall\ntalk. stood there unquoted.", TUESDAY));

        assertThat(readAnalyses()).allMatch(a -> a.successions().isEmpty());
    }

    @Test
    void pageThatGoesBackToItsFirstTextMakesItsStatementsCurrentAgain() {
        send(document(TWO, MONDAY));
        send(document(ONE, TUESDAY));
        send(document(TWO, WEDNESDAY));

        List<Analysis> all = readAnalyses();
        assertThat(all).hasSize(3);
        assertThat(all.get(2).successions())
                .containsExactly(new Succession(id(all.get(1), 0), id(all.get(0), 1), WEDNESDAY));
    }

    @Test
    void replayHeaderHasAKnownVersionAnalysedAgainWithAllItsFates() {
        send(document(TWO, MONDAY));
        send(document(ONE, TUESDAY));
        var headers = new RecordHeaders();
        headers.add(AnalyzeTopology.REPLAY_HEADER, "run-7".getBytes(StandardCharsets.UTF_8));
        Document again = document(TWO, MONDAY);
        documents.pipeInput(new TestRecord<>(bytes(again.id()), JSON.writeValueAsBytes(again), headers, MONDAY));

        List<Analysis> all = readAnalyses();
        assertThat(all).hasSize(3);
        assertThat(all.get(2).successions()).isEqualTo(all.get(1).successions());
    }

    @Test
    void poisonRecordsBecomeDeadLettersWithTheirBytesAndTheLineGoesOn() {
        documents.pipeInput(bytes("k"), bytes("{not json"));
        documents.pipeInput(bytes("k"), bytes("{\"id\":\"k\",\"text\":\"x\"}"));
        documents.pipeInput(bytes("k"), new byte[] {(byte) 0xff, 0, 1});
        documents.pipeInput(bytes("k"), bytes("null"));
        documents.pipeInput(bytes("k"), (byte[]) null);
        documents.pipeInput(bytes("k"), JSON.writeValueAsBytes(document(TWO, MONDAY)));
        send(document(ONE, MONDAY));

        List<DeadLetter> letters = readDeadLetters();
        assertThat(letters)
                .extracting(DeadLetter::code)
                .containsExactly("not-json", "not-a-document", "not-json", "not-a-document", "empty", "wrong-key");
        assertThat(letters)
                .extracting(DeadLetter::origin)
                .startsWith("t-documents-0-0", "t-documents-0-1", "t-documents-0-2");
        assertThat(letters.get(0).original()).isEqualTo(bytes("{not json"));
        assertThat(letters.get(1).reason())
                .isEqualTo("the document lacks source, outlet, url, canonicalUrl, textSha256, capturedAt");
        assertThat(analyses.readValuesToList()).hasSize(1);
        StageCounts counted = lastCounts();
        assertThat(counted.in()).isEqualTo(7);
        assertThat(counted.addsUp()).isTrue();
        assertThat(counted.ended(StageCounts.DEAD_LETTERED)).isEqualTo(6);
    }

    @Test
    void textThatDoesNotFitItsDigestIsRefused() {
        Document d = document(TWO, MONDAY);
        byte[] forged = JSON.writeValueAsString(d).replace("rats", "mice").getBytes(StandardCharsets.UTF_8);
        documents.pipeInput(bytes(d.id()), forged);

        assertThat(readDeadLetters()).extracting(DeadLetter::code).containsExactly("digest-mismatch");
    }

    @Test
    void analyzerThatThrowsCostsOneDocumentOnly() {
        send(document("This will explode.", MONDAY));
        send(document(TWO, TUESDAY));

        assertThat(readDeadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.code()).isEqualTo("analysis-failed");
            assertThat(letter.reason()).contains("the model exploded");
            assertThat(JSON.readValue(letter.original(), Document.class).text()).isEqualTo("This will explode.");
        });
        assertThat(readAnalyses()).hasSize(1);
    }

    @Test
    void everyOrderOfArrivalEndsInTheSameFates() {
        List<Document> versions =
                List.of(document(TWO, MONDAY), document(ONE, TUESDAY), document("Nothing was said.", WEDNESDAY));
        Map<String, Succession> expected = null;
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            driver.close();
            start(200_000);
            for (int i : order) {
                send(versions.get(i));
            }
            Map<String, Succession> fates = new TreeMap<>();
            for (Analysis analysis : readAnalyses()) {
                analysis.annotation().statements().forEach(s -> fates.remove(s.id()));
                analysis.successions().forEach(s -> fates.put(s.statementId(), s));
            }
            assertThat(fates).as("order %s", Arrays.toString(order)).hasSize(3);
            expected = expected == null ? fates : expected;
            assertThat(fates).as("order %s", Arrays.toString(order)).isEqualTo(expected);
        }
    }

    @Test
    void analysisLargerThanARecordMayBeIsADeadLetterAndLeavesNoVersion() {
        driver.close();
        start(2_000);
        send(document(TWO + " Rain fell.".repeat(400), MONDAY));

        assertThat(readDeadLetters()).extracting(DeadLetter::code).containsExactly("too-large");
        send(document(TWO + " Rain fell.".repeat(400), MONDAY));
        assertThat(readDeadLetters()).extracting(DeadLetter::code).containsExactly("too-large");
    }

    @Test
    void loneSurrogatesTravelUnharmed() {
        String text = "Tesk said: “We shall \ud83d talk.”";
        send(document(text, MONDAY));

        assertThat(readAnalyses())
                .singleElement()
                .satisfies(a -> assertThat(a.document().text()).isEqualTo(text));
    }

    @Test
    void countsAreSentWhenTheyChangedOnly() {
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        assertThat(counts.readKeyValuesToList())
                .extracting(c -> c.key)
                .containsExactlyInAnyOrder("analyze/partition-0", "stories/partition-0");
        driver.advanceWallClockTime(Duration.ofSeconds(5));
        assertThat(counts.isEmpty()).isTrue();
        send(document(TWO, MONDAY));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(counts.readValuesToList()).hasSize(2);
    }

    private void send(Document document) {
        documents.pipeInput(bytes(document.id()), Wire.write(document), document.capturedAt());
    }

    private StageCounts lastCounts() {
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        List<StageCounts> all = counts.readValuesToList().stream()
                .map(v -> JSON.readValue(v, StageCounts.class))
                .filter(c -> c.stage().equals(AnalyzeTopology.STAGE))
                .toList();
        return all.get(all.size() - 1);
    }

    private List<Analysis> readAnalyses() {
        return analyses.readValuesToList().stream()
                .map(v -> JSON.readValue(v, Analysis.class))
                .toList();
    }

    private List<DeadLetter> readDeadLetters() {
        Stream<byte[]> values = deadLetters.readValuesToList().stream();
        return values.map(v -> JSON.readValue(v, DeadLetter.class)).toList();
    }

    private static String id(Analysis analysis, int statement) {
        return analysis.annotation().statements().get(statement).id();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Document document(String text, Instant capturedAt) {
        return new TestingPage("tidings", "The Tidings", URL).captured(text, capturedAt);
    }
}
