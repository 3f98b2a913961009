package org.watchword.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.address.PageFamily;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.Journal.Row;
import org.watchword.ingest.frontier.Request.ListPart;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Likeness;

/** A state is what its journal says, and can be taken up from it on another machine. */
class JournalTest {

    private static final Instant NOW = Instant.parse("2031-05-06T08:00:00Z");
    private static final String URL = "http://vale.example/a";

    /** As a compacted topic: the last row of every key, in the order of the first. */
    private static final class InMemoryJournal implements Journal {

        final Map<String, Row> rows = new LinkedHashMap<>();
        final List<Outgoing> sent = new ArrayList<>();
        boolean broken;

        @Override
        public boolean keepsRows() {
            return true;
        }

        @Override
        public void commit(List<Row> changed, List<Outgoing> outgoing) {
            if (broken) {
                throw new StateException("no answer", new IOException());
            }
            changed.forEach(row -> rows.put(row.table() + row.key(), row));
            sent.addAll(outgoing);
        }
    }

    private final InMemoryJournal journal = new InMemoryJournal();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private FetchState open(String name) throws IOException {
        FetchState state = FetchState.open(folder.resolve(name), journal, "part-3");
        state.restore(List.copyOf(journal.rows.values()));
        state.begin();
        return state;
    }

    private static final Likeness LIKENESS = Likeness.of(Extraction.Article.ofText("The ferry left on time."));

    private static Ended ended() {
        Rhythm rhythm = new Rhythm(Duration.ofHours(3), NOW.minusSeconds(60));
        Ended.Capture capture = new Ended.Capture("\"tag'\"", null, "payload", "text", LIKENESS);
        return new Ended(URL, "vale", "emitted", NOW, NOW.plusSeconds(10_800), rhythm, capture, URL);
    }

    private static void add(FetchState state, String... urls) {
        for (String url : urls) {
            state.frontier()
                    .add("vale", List.of(new Frontier.Found(WebAddress.of(url).orElseThrow(), null)), NOW, false);
        }
    }

    @Test
    void anotherMachineTakesUpWhatOneHasLaidDown() throws Exception {
        ListPart back =
                new ListPart("SITEMAP", 1, 1, java.time.LocalDate.of(2030, 1, 2), java.time.LocalDate.of(2030, 1, 3));
        Request list = new Request("vale", "http://vale.example/map.xml", NOW, false, false, Hint.NONE, back);
        try (FetchState one = open("one")) {
            add(one, URL, "http://vale.example/b");
            one.end(ended());
            one.hostPauses(Duration.ofMinutes(1)).note("vale.example", Duration.ofMillis(700), NOW);
            one.errands().add(list);
            one.errands().taken(41);
            add(one, "http://vale.example/c?b=1&a=2");
            one.twins().note("http://vale.example/amp/a", new Twins.Twin(URL, true));
            one.tenure().begin("one", 16, NOW);
            one.robotsOutages().began("http://slow.example", NOW);
            one.robotsOutages().ended("http://slow.example");
        }

        try (FetchState two = open("two")) {
            assertThat(two.frontier().find(URL)).get().satisfies(url -> {
                assertThat(url.etag()).isEqualTo("\"tag'\"");
                assertThat(url.lastModified()).isNull();
                assertThat(url.rhythm()).isEqualTo(new Rhythm(Duration.ofHours(3), NOW.minusSeconds(60)));
            });
            assertThat(two.frontier().claim(NOW, host -> 0)).get().satisfies(url -> assertThat(url.url())
                    .isEqualTo("http://vale.example/b"));
            assertThat(two.counters()).isEqualTo(Map.of("vale", Map.of("emitted", 1L)));
            assertThat(two.coverage().since(Instant.EPOCH)).singleElement().satisfies(day -> {
                assertThat(day.instance()).isEqualTo("part-3");
                assertThat(day.articles()).isEqualTo(1);
            });
            assertThat(two.document(URL)).map(KnownDocument::likeness).contains(LIKENESS);
            assertThat(two.family(PageFamily.of("http://m.vale.example/amp/a")))
                    .extracting(FetchState.Relative::canonicalUrl)
                    .containsExactly(URL);
            assertThat(two.twins().of("http://vale.example/amp/a")).contains(new Twins.Twin(URL, true));
            assertThat(two.frontier().find("http://vale.example/c?a=2&b=1"))
                    .map(UrlState::address)
                    .contains("http://vale.example/c?b=1&a=2");
            assertThat(two.hostPauses(Duration.ofMinutes(1)).all().get("vale.example"))
                    .isEqualTo(new HostPauses.Pause(Duration.ofMillis(750), null));
            assertThat(two.errands().first()).contains(list);
            assertThat(two.errands().next()).isEqualTo(41);
            assertThat(two.tenure().last()).contains(new Tenure.Last("one", 16, false));
            two.errands().done(list);
            assertThat(two.errands().first()).isEmpty();
        }
        assertThat(journal.rows.values().stream()
                        .filter(row -> row.table().equals("errand"))
                        .map(Row::values))
                .containsOnlyNulls();
    }

    @Test
    void whatTheJournalDidNotTakeHasNotHappened() throws Exception {
        try (FetchState state = open("one")) {
            add(state, URL);
            journal.broken = true;
            assertThatThrownBy(() -> state.end(ended())).isInstanceOf(StateException.class);
            assertThatThrownBy(() -> add(state, "http://vale.example/b")).isInstanceOf(StateException.class);
            assertThat(state.counters()).isEmpty();
            assertThat(state.frontier().find("http://vale.example/b")).isEmpty();
            journal.broken = false;
            state.end(ended());
            assertThat(state.counters()).isEqualTo(Map.of("vale", Map.of("emitted", 1L)));
        }
    }

    @Test
    void aPageIsHandedOverOnceUntilThereIsNewsOfIt() throws Exception {
        try (FetchState state = open("one")) {
            assertThat(state.errands().handOver(page(null, false))).isTrue();
            assertThat(state.errands().handOver(page(null, false))).isFalse();
            assertThat(journal.sent).hasSize(1);
            state.errands().handOver(page(NOW, false));
            state.errands().handOver(page(NOW, false));
            assertThat(journal.sent).hasSize(2);
            state.errands().handOver(page(null, true));
            assertThat(journal.sent).hasSize(3);
        }
    }

    private static Request page(@org.jspecify.annotations.Nullable Instant changed, boolean recheck) {
        return new Request("vale", "http://hill.example/x", changed, true, recheck, Hint.NONE, null);
    }
}
