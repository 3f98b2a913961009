package org.watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.timeline.Column;
import org.watchword.desk.timeline.MethodNote;
import org.watchword.desk.timeline.Timeline;
import org.watchword.desk.timeline.TimelineCollector;
import org.watchword.desk.timeline.TimelineFormat;
import org.watchword.desk.timeline.TimelineRequest;
import org.watchword.index.StatementStream;
import org.watchword.index.StatementStreams;

/** Rows are brought once, in order, and an interrupted run is taken up. */
class TimelineCollectorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestingTimeline timeline;

    @BeforeEach
    void collection() {
        timeline = new TestingTimeline(folder);
    }

    private TimelineRequest request(boolean collapse) {
        return timeline.request(TimelineFormat.JSONL, collapse, Column.all());
    }

    @Test
    void aRunThatWasInterruptedGivesTheSameBytesWhenItIsTakenUp() throws IOException {
        byte[] whole = TestingTimeline.bytes(TimelineFormat.JSONL, timeline.collect(request(false), false, 100));
        StatementStreams failing =
                (query, after) -> failingAfter(2, timeline.index().streams(2).open(query, after));
        Path rows = folder.resolve("rows");
        assertThatThrownBy(() -> new TimelineCollector(failing, timeline.index())
                        .collect(request(false), rows, false, (done, total) -> {}))
                .hasMessage("the line went dead");
        Files.writeString(rows, Files.readString(rows) + "{\"statement\":{\"id\":\"to");

        List<Long> progress = new ArrayList<>();
        TimelineCollector.Collected collected = new TimelineCollector(
                        timeline.index().streams(2), timeline.index())
                .collect(request(false), rows, true, (done, total) -> progress.add(done));
        assertThat(collected.resumed()).isEqualTo(4);
        assertThat(collected.shifted()).isZero();
        assertThat(progress).startsWith(6L);
        assertThat(TestingTimeline.bytes(TimelineFormat.JSONL, collected.timeline()))
                .isEqualTo(whole);
    }

    private static StatementStream failingAfter(int pages, StatementStream stream) {
        return new StatementStream() {
            private int left = pages;

            @Override
            public long total() {
                return stream.total();
            }

            @Override
            public List<org.watchword.index.StatementRecord> next() {
                if (left-- == 0) {
                    throw new IllegalStateException("the line went dead");
                }
                return stream.next();
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }

    @Test
    void rowsOfAnotherQueryAreNotTakenUp() throws IOException {
        timeline.collect(request(false), false, 100);
        TimelineCollector.Collected other = new TimelineCollector(
                        timeline.index().streams(100), timeline.index())
                .collect(request(true), folder.resolve("rows"), true, (done, total) -> {});
        assertThat(other.resumed()).isZero();
    }

    @Test
    void whatCameMeanwhileIsSaidToHaveShiftedTheRows() throws IOException {
        timeline.collect(request(false), false, 100);
        new TestingPage(
                        "https://courier.example/late",
                        "The Halden Courier",
                        "halden-courier",
                        "en",
                        "2031-12-01T00:00:00Z",
                        "Late",
                        "“Late words here,” said Anna Brisk.")
                .quote("Late words here", "Anna Brisk", "Anna Brisk", "said")
                .addTo(timeline.index());
        assertThat(new TimelineCollector(timeline.index().streams(100), timeline.index())
                        .collect(request(false), folder.resolve("rows"), true, (done, total) -> {})
                        .shifted())
                .isEqualTo(1);
    }

    @Test
    void copiesOfAStoryAreShownOnceAndCounted() throws IOException {
        Timeline all = timeline.collect(request(false), false, 100);
        MethodNote every = all.method(List.of());
        MethodNote once = timeline.collect(request(true), false, 100).method(List.of());
        assertThat(every.counts())
                .containsEntry("found", all.found())
                .containsEntry("exported", all.found())
                .containsEntry("copies", 0L);
        assertThat(once.counts())
                .containsEntry("found", all.found())
                .containsEntry("exported", all.found() - 1)
                .containsEntry("copies", 1L);
    }

    @Test
    void theMethodNoteTellsSourcesDaysAndPacks() throws IOException {
        MethodNote note = timeline.collect(request(false), false, 100).method(TestingTimeline.coverage());
        assertThat(note.packs()).containsKey("en/dehumanization@1f3a9c20");
        assertThat(note.first()).isEqualTo("2029-01-05T00:00:00Z");
        MethodNote.SourceNote silent = note.sources().stream()
                .filter(source -> source.source().equals("silent-wire"))
                .findFirst()
                .orElseThrow();
        assertThat(silent.statements()).isZero();
        assertThat(silent.days())
                .containsEntry("2031-05-16", "nothing-new")
                .containsEntry("2031-05-17", "not-looked-at");
        assertThat(note.caveats()).anyMatch(caveat -> caveat.contains("silence on it is not absence"));
    }
}
