package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.analyze.TestingAnalysis;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.analyze.story.StorySettings;
import org.watchword.model.Analysis;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import org.watchword.model.TopicLayout;
import org.watchword.model.Trace;

/** What the stage tells whoever listens, and what travels beside an analysis. */
class AnalyzeListenerTest {

    private static final String URL = "https://tidings.example/a";
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path stateDir = Path.of("");

    private final Map<String, StageCounts> counts = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> documents;
    private TestOutputTopic<byte[], byte[]> analyses;

    @BeforeEach
    void start() {
        var settings = new AnalyzeSettings(
                "listener-test",
                new TopicLayout("", 1, (short) 1),
                1,
                Duration.ofMillis(100),
                0,
                200_000,
                0,
                StorySettings.defaults(),
                1);
        driver = new TopologyTestDriver(
                AnalyzeTopology.build(
                        settings, TestingAnalysis::analyzer, CorrectionNotes.of(Set.of()), new Recorder()),
                AnalyzeRole.properties(settings, Map.of("bootstrap.servers", "localhost:1"), stateDir),
                NOW);
        documents = driver.createInputTopic("documents", new ByteArraySerializer(), new ByteArraySerializer());
        analyses = driver.createOutputTopic("analyses", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theTraceOfTheDocumentIsTheAnalysissAndItsTimeIsTold() {
        Document document = document();
        RecordHeaders headers = new RecordHeaders();
        headers.add(Trace.HEADER, Trace.header(document));
        documents.pipeInput(new TestRecord<>(key(document), Wire.write(document), headers, NOW));

        TestRecord<byte[], byte[]> record = analyses.readRecord();
        assertThat(record.headers().headers(Trace.HEADER)).hasSize(1);
        assertThat(Trace.idOf(record.headers().lastHeader(Trace.HEADER).value()))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(new String(
                        record.headers()
                                .lastHeader(AnalyzeTopology.ANALYZED_HEADER)
                                .value(),
                        StandardCharsets.US_ASCII))
                .isEqualTo(Long.toString(NOW.toEpochMilli()));
        assertThat(told)
                .containsExactly(
                        "analyzed 0af7651916cd43dd8448eb211c80319c emitted",
                        "ended 0af7651916cd43dd8448eb211c80319c emitted");
    }

    @Test
    void aDocumentWithoutATraceGetsItsOwn() {
        documents.pipeInput(key(document()), Wire.write(document()), NOW);
        assertThat(Trace.idOf(
                        analyses.readRecord().headers().lastHeader(Trace.HEADER).value()))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void theCountsAreToldFromTheBeginningAndTakenBackAtTheEnd() {
        assertThat(counts).containsKeys("analyze/partition-0", "stories/partition-0");
        assertThat(counts.get("analyze/partition-0"))
                .extracting(StageCounts::in)
                .isEqualTo(0L);

        documents.pipeInput(new byte[] {1}, new byte[] {2}, NOW);
        documents.pipeInput(key(document()), Wire.write(document()), NOW);
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        assertThat(counts.get("analyze/partition-0"))
                .extracting(StageCounts::out)
                .isEqualTo(new TreeMap<>(Map.of("dead-lettered:not-json", 1L, "emitted", 1L)));
        assertThat(told).contains("ended  dead-lettered:not-json");

        driver.close();
        assertThat(counts).isEmpty();
        start();
    }

    private static byte[] key(Document document) {
        return document.id().getBytes(StandardCharsets.UTF_8);
    }

    private static Document document() {
        String text = "Tesk spoke. “The Velmari are rats.”";
        return Document.ofText(
                "tidings",
                "Tidings",
                URL,
                "Title",
                null,
                "en",
                text,
                NOW,
                new ArchiveRef("a.warc.gz", 0, "urn:uuid:0af76519-16cd-43dd-8448-eb211c80319c", "0"));
    }

    private final class Recorder implements AnalyzeListener {

        @Override
        public void counted(StageCounts now) {
            counts.put(now.key(), now);
        }

        @Override
        public void released(String key) {
            counts.remove(key);
        }

        @Override
        public void analyzed(String trace, Analysis analysis, String status) {
            told.add("analyzed " + trace + ' ' + status);
        }

        @Override
        public void ended(String trace, String key, String status, long nanos) {
            told.add("ended " + trace + ' ' + status);
        }
    }
}
