package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.index.Appearance;
import org.watchword.index.DocumentHit;
import org.watchword.index.EditQuery;
import org.watchword.index.Facet;
import org.watchword.index.QueryException;
import org.watchword.index.SearchResult;
import org.watchword.index.SearchResult.Bucket;
import org.watchword.index.StatementQuery;
import org.watchword.index.StatementRecord;
import org.watchword.index.StatementStream;
import org.watchword.index.StatementStreams;
import org.watchword.model.Analysis;
import org.watchword.model.Category;
import org.watchword.model.DeadLetter;
import org.watchword.model.Edit;
import org.watchword.model.PageEdits;
import org.watchword.model.PageHistory;
import org.watchword.model.Revision;
import org.watchword.model.RevisionKind;
import org.watchword.model.StoryMember;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What analysts ask, asked of the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexSearchIT {

    private static final TestingAnalyses RATS = TestingAnalyses.of(
                    "rats", "They are rats 😀 and worse rats.", "they be rat and bad rat")
            .flagged(Category.DEHUMANIZATION_VERMIN);
    private static final TestingAnalyses TURKISH = TestingAnalyses.of(
                    "tr", "😀 Irmak kıyısında İNCİR ağacı", "ırmak kıyı incir ağaç")
            .in("tr-wire", "tr");
    private static final TestingAnalyses ARMENIAN =
            TestingAnalyses.of("hy", "Մենք տեսանք գետը։", "մենք տեսնել գետ").in("hy-wire", "hy");
    private static final TestingAnalyses RUSSIAN = TestingAnalyses.of("ru", "Они придут за нами", "они прийти за мы")
            .in("ru-wire", "ru")
            .flagged(Category.THREAT_VEILED);
    private static final TestingAnalyses SUPERSEDED = TestingAnalyses.of(
                    "old", "Superseded walnut words", "supersede walnut word")
            .succeeded(id -> "later-" + id);
    private static final TestingAnalyses VANISHED = TestingAnalyses.of(
                    "gone", "Vanished walnut words", "vanish walnut word")
            .vanished();
    private static final int MANY = 230;

    private final Path folder;
    private @Nullable TestingServers started;

    IndexSearchIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void begin() throws Exception {
        started = TestingServers.start(folder, "search-");
        List<TestingAnalyses> analyses =
                new ArrayList<>(List.of(RATS, TURKISH, ARMENIAN, RUSSIAN, SUPERSEDED, VANISHED));
        for (int i = 0; i < MANY; i++) {
            analyses.add(TestingAnalyses.of("many-" + i, "Filler number " + i, "filler number " + i)
                    .in("filler", "en"));
        }
        index().send(analyses);
        index().awaitCounted(analyses.size());
    }

    @AfterAll
    void end() {
        if (started != null) {
            started.close();
        }
    }

    /** Longer with {@code -Dwatchword.fuzz.seconds=600}, as the other inputs are fuzzed. */
    @Test
    void whateverIsAskedIsAnsweredOrExplained() {
        long seconds = Long.getLong("watchword.fuzz.seconds", 0);
        long seed = Long.getLong("watchword.fuzz.seed", seconds == 0 ? 1 : System.currentTimeMillis() * 1000);
        assertThat(new QueryOrdeal(index().statements()).run(seed, 300, Duration.ofSeconds(seconds)))
                .isGreaterThan(20);
    }

    @Test
    void aStreamBringsEverythingOnceInTimeOrderAndGoesOnWhereItEnded() {
        StatementStreams streams = index().streams();
        List<StatementRecord> all = new ArrayList<>();
        StatementQuery filler = StatementQuery.of("filler");
        try (StatementStream stream = streams.open(filler, null)) {
            assertThat(stream.total()).isEqualTo(MANY);
            for (List<StatementRecord> next = stream.next(); !next.isEmpty(); next = stream.next()) {
                all.addAll(next);
            }
        }
        assertThat(all).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(all).extracting(StatementRecord::id).as("all of one moment").isSorted();
        List<StatementRecord> rest = new ArrayList<>();
        try (StatementStream stream = streams.open(filler, StatementStream.Position.behind(all.get(99)))) {
            for (List<StatementRecord> next = stream.next(); !next.isEmpty(); next = stream.next()) {
                rest.addAll(next);
            }
        }
        assertThat(rest).isEqualTo(all.subList(100, MANY));
        try (StatementStream none = streams.open(StatementQuery.of("superseded"), null)) {
            assertThat(none.next()).as("superseded statements are left out").isEmpty();
        }
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> streams.open(StatementQuery.of("(open"), null));
    }

    @Test
    void anyFormOfAWordFindsAllItsForms() {
        assertThat(found("rat")).containsExactly(RATS.id());
        assertThat(found("RATS -worse")).isEmpty();
        assertThat(found("\"they are rats\" AND category:dehumanization.vermin"))
                .containsExactly(RATS.id());
        assertThat(found("rats OR (walnut AND vanished)")).containsExactlyInAnyOrder(RATS.id(), VANISHED.id());
        assertThat(found("speaker:renn AND wors*")).containsExactly(RATS.id());
        assertThat(found("office:minister AND country:marenthia AND rats AND severity:high"))
                .containsExactly(RATS.id());
        assertThat(found("rats AND office:president")).isEmpty();
    }

    @Test
    void everyScriptIsFoundAndMarkedWhereItStands() {
        assertThat(found("տեսանք")).containsExactly(ARMENIAN.id());
        assertThat(found("ПРИДУТ")).containsExactly(RUSSIAN.id());
        assertThat(found("прийти")).containsExactly(RUSSIAN.id());
        assertThat(found("ağacı")).containsExactly(TURKISH.id());
        assertThat(found("İNCİR")).containsExactly(TURKISH.id());
        assertThat(found("kıyısında")).containsExactly(TURKISH.id());
        assertThat(highlighted("rats")).containsExactly("rats", "rats");
        assertThat(highlighted("rat")).containsExactly("rats", "rats");
        assertThat(highlighted("kıyısında")).containsExactly("kıyısında");
        assertThat(highlighted("İNCİR")).containsExactly("İNCİR");
        assertThat(highlighted("գետը")).containsExactly("գետը");
    }

    @Test
    void aDocumentsPassageIsWhereAWordStandsInAnotherForm() {
        DocumentHit hit = index().statements()
                .documents(StatementQuery.of("lemma:rat"))
                .hits()
                .get(0);

        DocumentHit.Passage passage = hit.passages().get(0);
        assertThat(passage.highlights())
                .extracting(span -> span.in(passage.text()))
                .containsOnly("rats")
                .isNotEmpty();
    }

    @Test
    void aFacetsOwnFilterDoesNotNarrowItsCounts() {
        SearchResult all = index().statements().search(query("", List.of(), List.of()));
        SearchResult narrowed = index().statements().search(query("", List.of("ru-wire"), List.of()));
        assertThat(narrowed.total()).isEqualTo(1);
        assertThat(narrowed.facets().get("source")).isEqualTo(all.facets().get("source"));
        assertThat(narrowed.facets().get("language")).containsExactly(new Bucket("ru", 1));
        assertThat(narrowed.facets().get("category")).containsExactly(new Bucket("threat.veiled", 1));
        assertThat(all.facets().get("source")).contains(new Bucket("filler", MANY));
        assertThat(all.facets().get("office")).containsExactly(new Bucket("foreign minister", all.total()));
        assertThat(narrowed.facets().get("country")).containsExactly(new Bucket("Marenthia", 1));
        assertThat(index().statements()
                        .search(query("", List.of(), List.of("threat")))
                        .total())
                .as("a family stands for its categories")
                .isEqualTo(1);
    }

    @Test
    void pagesHaveNoGapsAndNoDoubles() {
        for (StatementQuery.Sort sort : StatementQuery.Sort.values()) {
            assertThat(index().ids(sort, 37))
                    .as(sort.name())
                    .hasSizeGreaterThanOrEqualTo(MANY + 5)
                    .doesNotHaveDuplicates();
        }
        assertThat(index().ids(StatementQuery.Sort.DATE, 200)).isEqualTo(index().ids(StatementQuery.Sort.DATE, 7));
    }

    @Test
    void aMistakeIsExplainedWhereItIs() {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> found("rats \"and worse"))
                .withMessageContaining("never closed")
                .satisfies(e -> assertThat(e.position()).isEqualTo(5));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> found("rats AND speker:renn"))
                .withMessageContaining("speker")
                .satisfies(e -> assertThat(e.position()).isEqualTo(9));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> found("rats AND"))
                .withMessageNotContaining("Exception");
    }

    @Test
    void supersededWordsAreHiddenAndVanishedOnesSayWhen() {
        assertThat(found("walnut")).containsExactly(VANISHED.id());
        assertThat(index().statements().statement(VANISHED.id()).orElseThrow().vanishedAt())
                .isEqualTo(TestingAnalyses.DAY.plusSeconds(60));
        assertThat(index().statements().statement(SUPERSEDED.id()).orElseThrow().supersededBy())
                .isEqualTo("later-" + SUPERSEDED.id());
    }

    @Test
    void aSilentlyEditedPageIsFoundByWhatItSaidBefore() throws Exception {
        TestingAnalyses was = TestingAnalyses.of("edited", "Edited hazel lice", "edit hazel lice");
        TestingAnalyses is = TestingAnalyses.of("edited", "Edited hazel people", "edit hazel people");
        long before = total();
        index().send(List.of(was));
        index().sendAll(List.of(withHistory(is.analysis(), was, is, List.of(was.id()))));
        // A late capture of the old text changes no title.
        index().sendAll(List.of(withHistory(
                TestingAnalyses.of("edited", "Edited hazel lice", "edit hazel lice")
                        .in("old-wire", "en")
                        .analysis(),
                was,
                is,
                List.of())));
        index().awaitCounted(before + 3);

        assertThat(index().statements()
                        .search(StatementQuery.of("hazel AND edited:silent"))
                        .hits())
                .extracting(hit -> hit.statement().edited())
                .containsExactly(PageEdits.SILENT, PageEdits.SILENT);
        var edits = index().edits().edits(new EditQuery("lice", true, List.of(), 20, null));
        assertThat(edits.hits()).singleElement().satisfies(page -> {
            assertThat(page.source()).isEqualTo("wire");
            assertThat(page.versions()).isEqualTo(2);
            assertThat(page.history().revisions().get(0).edits())
                    .extracting(Edit::removed)
                    .containsExactly("lice");
        });
        assertThat(index().edits()
                        .edits(new EditQuery("lice -people", false, List.of(), 20, null))
                        .total())
                .isZero();
        assertThat(index().statements()
                        .document(
                                was.analysis().document().id(),
                                was.analysis().document().textSha256())
                        .orElseThrow()
                        .history()
                        .edited())
                .isEqualTo(PageEdits.SILENT);
    }

    private static Analysis withHistory(
            Analysis analysis, TestingAnalyses from, TestingAnalyses to, List<String> others) {
        Revision revision = new Revision(
                from.analysis().document().textSha256(),
                TestingAnalyses.DAY,
                to.analysis().document().textSha256(),
                TestingAnalyses.DAY.plusSeconds(60),
                true,
                null,
                RevisionKind.REWORDED,
                1,
                1,
                true,
                List.of(new Edit(13, 17, 13, 19, "lice", "people")));
        return new Analysis(
                analysis.document(),
                analysis.annotation(),
                analysis.lemmas(),
                analysis.successions(),
                new PageHistory(2, List.of(revision), others));
    }

    /** The server takes no byte sequence longer than 32,766 as one keyword. */
    @Test
    void whatTheServerRefusesIsADeadLetterAndTheRestIsIndexed() throws Exception {
        TestingAnalyses refused = TestingAnalyses.of("refused", "Refused chestnut", "refuse chestnut")
                .in("s".repeat(40_000), "en");
        TestingAnalyses taken = TestingAnalyses.of("taken", "Taken chestnut", "take chestnut");
        long before = total();
        ObjectNode halved = JsonMapper.shared()
                .valueToTree(TestingAnalyses.of("half", "Half @ chestnut", "half @ chestnut")
                        .analysis());
        index().send(List.of(refused, taken));
        index().topics()
                .send(
                        Topics.ANALYSES,
                        "half",
                        JsonMapper.shared().writeValueAsString(halved).replace("@", "\\ud83d"));
        index().awaitCounted(before + 3);
        DeadLetter letter = index().topics().deadLetter(d -> d.code().equals("refused-by-index"));
        assertThat(new String(letter.original(), StandardCharsets.UTF_8)).contains("Refused chestnut");
        assertThat(letter.reason()).contains("[source]").hasSizeLessThan(1500);
        assertThat(found("chestnut")).contains(taken.id()).doesNotContain(refused.id());
        assertThat(index().failures()).isEmpty();
        assertThat(index().counted()).containsEntry("emitted", before + 2);
    }

    private TestingIndex index() {
        return Objects.requireNonNull(started).index();
    }

    private long total() {
        return index().counted().values().stream().mapToLong(Long::longValue).sum();
    }

    private List<String> found(String words) {
        return index().statements().search(StatementQuery.of(words)).hits().stream()
                .map(hit -> hit.statement().id())
                .toList();
    }

    @Test
    void copiesAreShownOnceWithAllTheirAppearances() throws Exception {
        try (TestingIndex stories = new TestingIndex(
                "stories-",
                Map.of(
                        "bootstrap.servers",
                        Objects.requireNonNull(started).kafka().bootstrapServers()),
                Objects.requireNonNull(started).elasticsearch().url(),
                Duration.ofSeconds(30))) {
            TestingAnalyses wire =
                    TestingAnalyses.of("a", "They are rats.", "they be rat").flagged(Category.DEHUMANIZATION_VERMIN);
            TestingAnalyses copy =
                    TestingAnalyses.of("b", "“They are RATS”", "they be rat").in("tidings", "en");
            TestingAnalyses late =
                    TestingAnalyses.of("c", "They are rats!", "they be rat").in("beacon", "en");
            TestingAnalyses cut = TestingAnalyses.of("d", "Nobody was hurt.", "nobody be hurt")
                    .in("courier", "en");
            TestingAnalyses other =
                    TestingAnalyses.of("e", "They are rats.", "they be rat").in("elsewhere", "en");
            String story = wire.analysis().document().id();
            stories.send(List.of(wire, copy, cut, other));
            stories.awaitCounted(4);
            assertThat(collapsed(stories, null, 20).distinct()).isEqualTo(4);

            // The story of the late page is told before the page itself has come.
            for (TestingAnalyses member : List.of(copy, late, cut)) {
                stories.topics().send(Topics.STORIES, member(member, story));
            }
            stories.awaitCounted(7);
            stories.send(List.of(late));
            stories.awaitCounted(8);

            SearchResult found = collapsed(stories, null, 20);
            assertThat(found.total()).isEqualTo(5);
            assertThat(found.distinct()).isEqualTo(3);
            assertThat(found.hits()).hasSize(3);
            assertThat(found.facets().get("source"))
                    .extracting(Bucket::count)
                    .containsOnly(1L)
                    .hasSize(5);
            SearchResult.Hit hit = found.hits().stream()
                    .filter(h -> h.statement().story().equals(story)
                            && !h.statement().text().equals("Nobody was hurt."))
                    .findFirst()
                    .orElseThrow();
            assertThat(Objects.requireNonNull(hit.copies()).total()).isEqualTo(3);
            assertThat(hit.copies().statements())
                    .extracting(StatementRecord::id)
                    .containsExactlyInAnyOrder(wire.id(), copy.id(), late.id());
            assertThat(stories.statements().appearances(hit.statement()))
                    .extracting(Appearance::source, Appearance::statementId)
                    .containsExactlyInAnyOrder(
                            tuple("wire", wire.id()),
                            tuple("tidings", copy.id()),
                            tuple("beacon", late.id()),
                            tuple("courier", null));

            SearchResult first = collapsed(stories, null, 2);
            assertThat(collapsed(stories, first.next(), 2).hits()).hasSize(1);

            // A page leaves its story, an analysis comes again: neither brings the old story back.
            stories.topics()
                    .send(
                            Topics.STORIES,
                            member(copy, copy.analysis().document().id()));
            stories.send(List.of(copy, wire));
            stories.awaitCounted(11);
            assertThat(collapsed(stories, null, 20).distinct()).isEqualTo(4);
            assertThat(stories.statements()
                            .search(StatementQuery.of("story:" + story))
                            .total())
                    .isEqualTo(3);

            stories.topics().send(Topics.STORIES, Map.of("x", "{\"documentId\":1".getBytes(StandardCharsets.UTF_8)));
            stories.awaitCounted(12);
            assertThat(stories.topics()
                            .deadLetter(l -> l.code().equals("not-a-member"))
                            .stage())
                    .isEqualTo("index");
            assertThat(stories.failures()).isEmpty();
        }
    }

    private static SearchResult collapsed(TestingIndex index, @Nullable String after, int size) {
        return index.statements()
                .search(StatementQuery.of("").collapsed().paged(StatementQuery.Sort.SEVERITY, size, after));
    }

    private static Map<String, byte[]> member(TestingAnalyses page, String story) {
        String id = page.analysis().document().id();
        var statement = StoryMember.Wording.of(page.id(), page.text());
        return Map.of(id, JsonMapper.shared().writeValueAsBytes(new StoryMember(id, story, List.of(statement))));
    }

    private List<String> highlighted(String words) {
        SearchResult.Hit hit =
                index().statements().search(StatementQuery.of(words)).hits().get(0);
        return hit.highlights().stream()
                .map(span -> span.in(hit.statement().text()))
                .toList();
    }

    private static StatementQuery query(String words, List<String> sources, List<String> categories) {
        return new StatementQuery(
                words,
                Map.of(Facet.SOURCE, sources, Facet.CATEGORY, categories),
                null,
                null,
                StatementQuery.Sort.DATE,
                20,
                false,
                null);
    }
}
