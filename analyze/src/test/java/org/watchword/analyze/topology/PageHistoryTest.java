package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
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
import org.watchword.model.Document;
import org.watchword.model.Edit;
import org.watchword.model.PageEdits;
import org.watchword.model.PageHistory;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;
import org.watchword.model.TopicLayout;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class PageHistoryTest {

    private static final String URL = "https://tidings.example/a";
    private static final Instant DAY = Instant.parse("2026-10-05T12:00:00Z");
    private static final String RATS = "Tesk spoke. “The Velmari are rats.” Rain fell.";
    private static final String PEOPLE = "Tesk spoke. “The Velmari are people.” Rain fell.";
    private static final String NOTED = PEOPLE + "\n\nCorrection: he did not say rats.";

    @TempDir
    Path stateDir;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> documents;
    private TestOutputTopic<String, byte[]> analyses;

    @BeforeEach
    void start() {
        var settings = new AnalyzeSettings(
                "history",
                new TopicLayout("", 1, (short) 1),
                1,
                Duration.ofMillis(100),
                0,
                2_000_000,
                0,
                StorySettings.defaults(),
                1);
        driver = new TopologyTestDriver(
                AnalyzeTopology.build(settings, TestingAnalysis::analyzer, CorrectionNotes.of(Set.of("Correction:"))),
                AnalyzeRole.properties(settings, Map.of("bootstrap.servers", "localhost:1"), stateDir),
                DAY);
        documents = driver.createInputTopic("documents", new ByteArraySerializer(), new ByteArraySerializer());
        analyses = driver.createOutputTopic("analyses", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aChangeWithoutAWordAboutItIsSilent() {
        send(RATS, 0, null);
        send(PEOPLE, 1, null);

        List<Analysis> all = read();
        assertThat(all.get(0).history()).isEqualTo(PageHistory.unchanged());
        PageHistory history = all.get(1).history();
        assertThat(history.versions()).isEqualTo(2);
        assertThat(history.edited()).isEqualTo(PageEdits.SILENT);
        assertThat(history.revisions())
                .containsExactly(new Revision(
                        ContentHash.sha256Hex(RATS),
                        day(0),
                        ContentHash.sha256Hex(PEOPLE),
                        day(1),
                        true,
                        null,
                        RevisionKind.REWORDED,
                        1,
                        1,
                        true,
                        List.of(new Edit(29, 33, 29, 35, "rats", "people"))));
        assertThat(history.others())
                .containsExactlyElementsOf(all.get(0).annotation().statements().stream()
                        .map(s -> s.id())
                        .toList());
    }

    @Test
    void aHeadlineThatChangesOverTheSameTextIsARevisionOfItsOwn() {
        send("Minister warns the Velmari", RATS, 0, day(0));
        send("Minister threatens the Velmari", RATS, 1, day(0));
        send("Minister Threatens the Velmari", RATS, 2, day(0));
        send(null, RATS, 3, day(0));
        send("Minister meets the Velmari", RATS, 4, day(4));

        PageHistory history = last();
        assertThat(history.versions()).as("texts").isEqualTo(1);
        assertThat(history.edited()).isEqualTo(PageEdits.SILENT);
        assertThat(history.revisions())
                .as("case and a headline that is missing once are no change of words")
                .extracting(Revision::kind, Revision::silent, Revision::headline, Revision::edits)
                .containsExactly(tuple(
                        RevisionKind.HEADLINE, true, List.of(new Edit(9, 14, 9, 18, "warns", "threatens")), List.of()));
    }

    @Test
    void aHeadlineMayChangeTogetherWithTheTextOrSayWhenItDid() {
        send("Rats", RATS, 0, day(0));
        send("People", PEOPLE, 1, day(0));
        send("Persons", PEOPLE, 2, day(2));

        assertThat(last().revisions())
                .extracting(Revision::kind, Revision::silent, r -> r.headline().size())
                .containsExactly(tuple(RevisionKind.REWORDED, true, 1), tuple(RevisionKind.HEADLINE, false, 1));
    }

    @Test
    void aNewDateOfModificationOrANoteAnnouncesTheChange() {
        send(RATS, 0, day(0));
        send(PEOPLE, 1, day(1));
        send(NOTED, 2, day(1));

        assertThat(last().revisions())
                .extracting(Revision::silent, Revision::announced)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, "modified " + day(1)),
                        org.assertj.core.groups.Tuple.tuple(false, "note: Correction: he did not say rats."));
    }

    @Test
    void aDateThatStoodThereBeforeAnnouncesNothing() {
        send(RATS, 0, day(0));
        send(PEOPLE, 1, day(0));

        assertThat(last().revisions()).extracting(Revision::silent).containsExactly(true);
    }

    @Test
    void aPageThatWentBackHasTheWayThereAndTheWayBack() {
        send(RATS, 0, null);
        send(PEOPLE, 1, null);
        send(RATS, 2, null);

        PageHistory history = last();
        assertThat(history.versions()).isEqualTo(2);
        assertThat(history.revisions()).extracting(Revision::at).containsExactly(day(1), day(2));
        assertThat(history.revisions().get(1).edits()).extracting(Edit::added).containsExactly("rats");
    }

    @Test
    void whiteSpaceAloneIsNoEdit() {
        send(RATS, 0, null);
        send(RATS.replace(" Rain", "\n\nRain"), 1, null);

        PageHistory history = last();
        assertThat(history.edited()).isEqualTo(PageEdits.NONE);
        assertThat(history.revisions()).extracting(Revision::kind).containsExactly(RevisionKind.LAYOUT);
    }

    /** Six captures of four texts in every of fifty orders: what the index is told last is always the same. */
    @Test
    void everyOrderOfArrivalEndsInTheSameHistory() {
        record Seen(String text, int day, @Nullable Instant modified) {}
        List<Seen> captures = List.of(
                new Seen(RATS, 0, null),
                new Seen(PEOPLE, 1, null),
                new Seen(RATS, 2, day(2)),
                new Seen(NOTED, 3, day(2)),
                new Seen("Nothing was said.", 4, day(2)),
                new Seen("Nothing was said.", 5, day(5)));
        PageHistory expected = PageHistory.unchanged();
        Map<String, PageEdits> expectedMarks = null;
        for (long seed = 0; seed < 50; seed++) {
            driver.close();
            start();
            List<Seen> shuffled = new ArrayList<>(captures);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(c -> send(c.text(), c.day(), c.modified()));
            Map<String, PageEdits> marks = new TreeMap<>();
            PageHistory told = PageHistory.unchanged();
            for (Analysis analysis : read()) {
                PageHistory history = analysis.history();
                analysis.annotation().statements().forEach(s -> marks.put(s.id(), history.edited()));
                history.others().forEach(id -> marks.put(id, history.edited()));
                told = new PageHistory(history.versions(), history.revisions(), List.of());
            }
            expected = seed == 0 ? told : expected;
            expectedMarks = expectedMarks == null ? marks : expectedMarks;
            assertThat(told).as("seed %s", seed).isEqualTo(expected);
            assertThat(marks).as("seed %s", seed).isEqualTo(expectedMarks).isNotEmpty();
        }
        assertThat(expected.revisions()).extracting(Revision::silent).containsExactly(true, false, false, true);
    }

    private PageHistory last() {
        List<Analysis> all = read();
        return all.get(all.size() - 1).history();
    }

    private List<Analysis> read() {
        return analyses.readValuesToList().stream()
                .map(v -> JsonMapper.shared().readValue(v, Analysis.class))
                .toList();
    }

    private static Instant day(int days) {
        return DAY.plus(Duration.ofDays(days));
    }

    private void send(String text, int day, @Nullable Instant modifiedAt) {
        send("Title", text, day, modifiedAt);
    }

    private void send(@Nullable String title, String text, int day, @Nullable Instant modifiedAt) {
        Document document = new TestingPage("tidings", "The Tidings", URL).captured(title, text, modifiedAt, day(day));
        documents.pipeInput(document.id().getBytes(StandardCharsets.UTF_8), Wire.write(document), day(day));
    }
}
