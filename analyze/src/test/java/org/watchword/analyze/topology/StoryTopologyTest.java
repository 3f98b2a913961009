package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
import org.watchword.analyze.story.TestingTexts;
import org.watchword.model.Analysis;
import org.watchword.model.ContentHash;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import org.watchword.model.StoryMember;
import org.watchword.model.TopicLayout;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class StoryTopologyTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant MONDAY = Instant.parse("2026-10-05T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-06T12:00:00Z");
    private static final String WIRE =
            TestingTexts.text(1, 150) + " Tesk spoke. “The Velmari are rats.” " + TestingTexts.text(2, 50);
    private static final String OTHER = TestingTexts.text(3, 200);

    @TempDir
    Path stateDir;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> documents;
    private TestOutputTopic<String, byte[]> analyses;
    private TestOutputTopic<String, byte[]> stories;

    @BeforeEach
    void start() {
        var settings = new AnalyzeSettings(
                "story-test",
                new TopicLayout("", 1, (short) 1),
                1,
                Duration.ofMillis(100),
                0,
                2_000_000,
                1 << 20,
                StorySettings.defaults(),
                1);
        driver = new TopologyTestDriver(
                AnalyzeTopology.build(settings, TestingAnalysis::analyzer, CorrectionNotes.of(Set.of())),
                AnalyzeRole.properties(settings, Map.of("bootstrap.servers", "localhost:1"), stateDir),
                Instant.parse("2026-11-01T00:00:00Z"));
        documents = driver.createInputTopic("documents", new ByteArraySerializer(), new ByteArraySerializer());
        analyses = output("analyses");
        stories = output("stories");
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Test
    void copyIsToldWithTheStatementsOfItsPage() {
        send("a", WIRE, MONDAY);
        send("b", "By our own hand. " + WIRE, MONDAY);

        List<Analysis> analysed = readAnalyses();
        List<StoryMember> told = readStories();
        assertThat(told).isNotEmpty().allMatch(m -> m.story().equals(smaller("a", "b")));
        StoryMember last = told.get(told.size() - 1);
        Analysis own = analysed.stream()
                .filter(a -> a.document().id().equals(last.documentId()))
                .findFirst()
                .orElseThrow();
        assertThat(last.statements())
                .containsExactly(StoryMember.Wording.of(
                        own.annotation().statements().get(0).id(), "The Velmari are rats."));
    }

    @Test
    void everyOrderOfArrivalEndsInTheSameStories() {
        Map<String, String> expected = null;
        for (int seed = 0; seed < 6; seed++) {
            driver.close();
            start();
            List<Runnable> deliveries = new ArrayList<>(List.of(
                    () -> send("a", WIRE, MONDAY),
                    () -> send("b", TestingTexts.changed(WIRE, 20), MONDAY),
                    () -> send("c", OTHER, MONDAY),
                    () -> send("c", WIRE, TUESDAY),
                    () -> send("d", WIRE, MONDAY),
                    () -> send("d", OTHER, TUESDAY),
                    () -> send("e", TestingTexts.text(9, 200), TUESDAY)));
            deliveries.addAll(List.copyOf(deliveries));
            Collections.shuffle(deliveries, new Random(seed));
            deliveries.forEach(Runnable::run);
            Map<String, String> now = memberships();
            // To say that a page is alone is as good as to say nothing.
            now.entrySet().removeIf(member -> member.getKey().equals(member.getValue()));
            expected = expected == null ? now : expected;
            assertThat(now).as("seed %d", seed).isEqualTo(expected);
            assertThat(List.of("a", "b", "c"))
                    .allMatch(name -> now.getOrDefault(id(name), id(name)).equals(smaller("a", smallest("b", "c"))));
            assertThat(now).hasSize(2);
        }
    }

    @Test
    void editedPageLeavesItsStoryWithAllItsStatements() {
        send("a", WIRE, MONDAY);
        send("b", WIRE, MONDAY);
        assertThat(memberships().values()).containsOnly(smaller("a", "b"));
        send("b", OTHER + " “We shall talk.”", TUESDAY);

        Map<String, StoryMember> last = last();
        assertThat(last.values()).allMatch(m -> m.documentId().equals(m.story()));
        List<Analysis> ofB = readAnalyses().stream()
                .filter(a -> a.document().id().equals(id("b")))
                .toList();
        if (last.containsKey(id("b"))) {
            assertThat(Objects.requireNonNull(last.get(id("b"))).statements())
                    .extracting(StoryMember.Wording::id)
                    .containsExactlyInAnyOrder(
                            ofB.get(0).annotation().statements().get(0).id(),
                            ofB.get(1).annotation().statements().get(0).id());
        }
        assertThat(last).as("whichever had the other's id").hasSize(1);
    }

    @Test
    void lateCaptureOfAnEarlierVersionMovesNothing() {
        send("a", WIRE, MONDAY);
        send("b", OTHER, TUESDAY);
        send("b", WIRE, MONDAY);

        assertThat(memberships()).isEmpty();
    }

    @Test
    void replayTellsAgainAndChangesNothing() {
        send("a", WIRE, MONDAY);
        send("b", WIRE, MONDAY);
        Map<String, String> before = memberships();
        var headers = new RecordHeaders();
        headers.add(AnalyzeTopology.REPLAY_HEADER, "run-7".getBytes(StandardCharsets.UTF_8));
        Document again = document("b", WIRE, MONDAY);
        documents.pipeInput(
                new TestRecord<>(again.id().getBytes(StandardCharsets.UTF_8), Wire.write(again), headers, MONDAY));

        Map<String, String> after = memberships();
        assertThat(after).hasSize(1).containsEntry(id("b"), smaller("a", "b"));
        after.forEach(
                (page, story) -> assertThat(before.getOrDefault(page, page)).isEqualTo(story));
    }

    @Test
    void textThatCameBeforeIsNotAnalysedAgainAndCountedSo() {
        send("a", WIRE, MONDAY);
        send("b", WIRE, TUESDAY);

        List<Analysis> both = readAnalyses();
        assertThat(both.get(1)).isEqualTo(TestingAnalysis.analyzer().analyze(document("b", WIRE, TUESDAY)));
        assertThat(counts("analyze").out()).isEqualTo(Map.of("emitted", 1L, "emitted:reused", 1L));
        assertThat(counts("analyze").ended(StageCounts.EMITTED)).isEqualTo(2);
    }

    @Test
    void everySketchIsCounted() {
        send("a", WIRE, MONDAY);
        send("b", WIRE, MONDAY);
        send("c", OTHER, MONDAY);
        driver.createInputTopic("sketches", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(
                        "k".getBytes(StandardCharsets.UTF_8),
                        "{\"documentId\":\"k\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(counts("stories").addsUp()).isTrue();
        assertThat(counts("stories").out())
                .isEqualTo(Map.of("unchanged", 2L, "emitted", 1L, "dead-lettered:not-a-sketch", 1L));
        assertThat(output("dead-letters").readValuesToList())
                .extracting(v -> JSON.readValue(v, DeadLetter.class).stage())
                .containsExactly("stories");
    }

    @Test
    void stateOfOldPagesIsForgotten() {
        send("a", WIRE, MONDAY);
        send("b", WIRE, MONDAY);
        assertThat(rows()).isPositive();

        driver.advanceWallClockTime(Duration.ofDays(91));
        driver.advanceWallClockTime(Duration.ofMinutes(2));
        assertThat(rows()).isZero();
    }

    private long rows() {
        long rows = 0;
        for (String store :
                List.of(StoryTopology.SKETCHES, StoryTopology.PLACES, StoryTopology.FILES, StoryTopology.ARRIVALS)) {
            try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
                while (all.hasNext()) {
                    all.next();
                    rows++;
                }
            }
        }
        return rows;
    }

    private void send(String name, String text, Instant capturedAt) {
        Document document = document(name, text, capturedAt);
        documents.pipeInput(document.id().getBytes(StandardCharsets.UTF_8), Wire.write(document), capturedAt);
    }

    private StageCounts counts(String stage) {
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        StageCounts last = null;
        for (byte[] value : output("counts").readValuesToList()) {
            StageCounts counted = JSON.readValue(value, StageCounts.class);
            last = counted.stage().equals(stage) ? counted : last;
        }
        return Objects.requireNonNullElseGet(last, () -> kept(stage));
    }

    /** When all counts have been read already. */
    private StageCounts kept(String stage) {
        String store = stage.equals("stories") ? StoryTopology.COUNTERS : AnalyzeTopology.COUNTERS;
        return driver.<String, StageCounts>getKeyValueStore(store).get("partition-0");
    }

    private List<Analysis> readAnalyses() {
        return analyses.readValuesToList().stream()
                .map(v -> JSON.readValue(v, Analysis.class))
                .toList();
    }

    private List<StoryMember> readStories() {
        return stories.readValuesToList().stream()
                .map(v -> JSON.readValue(v, StoryMember.class))
                .toList();
    }

    private Map<String, StoryMember> last() {
        Map<String, StoryMember> last = new TreeMap<>();
        readStories().forEach(m -> last.put(m.documentId(), m));
        return last;
    }

    private Map<String, String> memberships() {
        Map<String, String> now = new TreeMap<>();
        last().forEach((page, member) -> now.put(page, member.story()));
        return now;
    }

    private static String id(String name) {
        return ContentHash.documentId(url(name));
    }

    private static String smallest(String one, String other) {
        return id(one).compareTo(id(other)) < 0 ? one : other;
    }

    private static String smaller(String one, String other) {
        return id(smallest(one, other));
    }

    private static String url(String name) {
        return "https://" + name + ".example/";
    }

    private static Document document(String name, String text, Instant capturedAt) {
        return TestingPage.named(name).captured(text, capturedAt);
    }
}
