package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.Capture;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TestingRun;
import org.watchword.ingest.testing.TestingSite;
import org.watchword.model.Document;

/** One page, however it is linked and in whatever form it is served, is one document; two pages are two, whatever they claim. */
class SamePageTest {

    private static final String WORDS =
            "The ferry to the upper lake left on time on Monday, and the harbour master said that it"
                    + " would leave on time on every other day of the week as well.";

    private static final String OTHER_WORDS =
            "Nobody crosses the old bridge at Hollin any more: three of its arches are cracked, and the county"
                    + " has closed it until somebody finds the money for new ones.";

    private final InMemoryPublisher publisher = new InMemoryPublisher();
    private final TestingSite site = new TestingSite();
    private final Path data;

    SamePageTest(@TempDir Path data) {
        this.data = data;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Map<String, Long> run() throws IOException {
        return run(data);
    }

    private Map<String, Long> run(Path own) throws IOException {
        return new TestingRun(own, new HtmlExtractor(), publisher)
                .run(new Source.LinkList(FetchRoleTest.VALE, List.of(site.url("/list")), "li", FetchRoleTest.LOCAL));
    }

    private List<Capture> captures(String path) throws IOException {
        return captures(data, path);
    }

    private List<Capture> captures(Path own, String path) throws IOException {
        return new ArchiveFolder(own.resolve("archive")).find(site.url(path));
    }

    private static String page(String head, String words) {
        return page("Ferries", head, words);
    }

    private static String page(String title, String head, String words) {
        return "<html><head><title>" + title + "</title>" + head + "</head><body><article><h1>" + title + "</h1><p>"
                + words + "</p><p>" + words + "</p></article></body></html>";
    }

    private static String canonical(String address) {
        return "<link rel=\"canonical\" href=\"" + address + "\">";
    }

    @Test
    void addressesThatDifferInTrackingAreAskedForOnce() throws Exception {
        site.list("/a?id=1&utm_source=feed&fbclid=x", "/a?gclid=2&id=1", "/a?id=1#top")
                .html("/a?id=1", page("", WORDS));

        assertThat(run()).containsExactly(Map.entry("emitted", 1L));
        assertThat(site.count("/a?id=1")).isEqualTo(1);
    }

    @Test
    void aPageWhoseParametersComeInAnotherOrderIsAskedForOnceAndAsItWasFirstFound() throws Exception {
        site.list("/a?section=4&id=1&id=2", "/a?id=1&id=2&section=4", "/a?id=2&id=1&section=4")
                .html("/a?section=4&id=1&id=2", page("", WORDS))
                .html("/a?id=2&id=1&section=4", page("", "Another page. " + WORDS));

        assertThat(run()).containsExactly(Map.entry("emitted", 2L));
        assertThat(site.count("/a?section=4&id=1&id=2")).isEqualTo(1);
        assertThat(site.count("/a?id=1&id=2&section=4")).isZero();
        assertThat(publisher.documents)
                .extracting(Document::url, Document::canonicalUrl)
                .containsExactlyInAnyOrder(
                        tuple(site.url("/a?section=4&id=1&id=2"), site.url("/a?id=1&id=2&section=4")),
                        tuple(site.url("/a?id=2&id=1&section=4"), site.url("/a?id=2&id=1&section=4")));
    }

    @Test
    void aSiteThatSendsEverybodyToItsOwnOrderOfParametersIsFollowedThere() throws Exception {
        site.list("/a?id=1&section=4&empty=")
                .redirect("/a?id=1&section=4&empty=", "/a?section=4&id=1&empty=")
                .html("/a?section=4&id=1&empty=", page("", WORDS));

        assertThat(run()).containsExactly(Map.entry("emitted", 1L));
    }

    @Test
    void anAddressReachedByRedirectIsTheDocumentsWithoutItsTracking() throws Exception {
        site.list("/short")
                .redirect("/short", "/a?utm_medium=redirect")
                .html("/a?utm_medium=redirect", page("", WORDS));

        run();

        assertThat(publisher.documents).extracting(Document::canonicalUrl).containsExactly(site.url("/a"));
        assertThat(publisher.documents)
                .as("where the bytes came from")
                .extracting(Document::url)
                .containsExactly(site.url("/a?utm_medium=redirect"));
    }

    @Test
    void ampAndMobileFormsNameTheirPageAndAreTheSameDocument() throws Exception {
        String head = canonical("/a") + "<link rel=\"amphtml\" href=\"/a/amp\">"
                + "<link rel=\"alternate\" media=\"only screen and (max-width: 640px)\" href=\"/mobile/a\">";
        site.list("/a", "/a/amp", "/mobile/a")
                .html("/a", page(head, WORDS))
                .html("/a/amp", page(canonical("/a"), WORDS))
                .html("/mobile/a", page(canonical("/a"), WORDS));

        assertThat(run()).containsExactly(Map.entry("duplicate", 2L), Map.entry("emitted", 1L));
        assertThat(publisher.documents).extracting(Document::canonicalUrl).containsExactly(site.url("/a"));
        assertThat(List.of(captures("/a"), captures("/a/amp"), captures("/mobile/a")))
                .as("kept as evidence, each as it was served, once")
                .allSatisfy(captures -> assertThat(captures)
                        .singleElement()
                        .satisfies(capture -> assertThat(capture.status()).isEqualTo(200)));

        run();
        run();

        assertThat(captures("/a/amp"))
                .as("the same again")
                .extracting(Capture::isRevisit)
                .containsExactly(false, true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/amp/a", "/a/amp/", "/a?amp=1", "/a?outputType=amp", "/a.amp", "/m/a", "/a/"})
    void aFormThatNamesNoPageIsToldByItsAddressAndItsWordsTogetherWhicheverComesFirst(String form) throws Exception {
        site.html("/a", page("", WORDS)).html(form, page("", WORDS + " Read it in the app."));
        for (List<String> order : List.of(List.of("/a", form), List.of(form, "/a"))) {
            publisher.documents.clear();
            Path own = data.resolve("from" + order.get(0).hashCode());
            site.list(order.get(0));
            run(own);
            site.list(order.toArray(String[]::new));

            assertThat(run(own)).as("%s", order).containsEntry("emitted", 1L).containsEntry("duplicate", 1L);
            assertThat(publisher.documents).extracting(Document::canonicalUrl).containsExactly(site.url(order.get(0)));
            assertThat(captures(own, "/a")).isNotEmpty();
            assertThat(captures(own, form)).isNotEmpty();
        }
    }

    @Test
    void formsThatAreCollectedAtTheSameTimeAreOneDocument() throws Exception {
        for (int i = 0; i < 20; i++) {
            site.html("/a" + i, page("", i + " " + WORDS)).html("/amp/a" + i, page("", i + " " + WORDS));
        }
        site.list(IntStream.range(0, 20)
                .boxed()
                .flatMap(i -> Stream.of("/a" + i, "/amp/a" + i))
                .toArray(String[]::new));

        assertThat(run()).containsExactly(Map.entry("duplicate", 20L), Map.entry("emitted", 20L));
    }

    @Test
    void anAmpFormAtAnyAddressIsKnownByThePageThatNamesIt() throws Exception {
        String words = OTHER_WORDS;
        site.html("/a", page("<link rel=\"amphtml\" href=\"/shown?story=7\">", WORDS))
                .html("/b", page("<link rel=\"amphtml\" href=\"/shown?story=8\">", words))
                .html("/shown?story=7", page("", WORDS))
                .html(
                        "/shown?story=8",
                        page("", "Of something else altogether, " + words.replace("bridge", "market hall")))
                .list("/a", "/b");
        run();
        site.list("/a", "/b", "/shown?story=7");

        assertThat(run()).containsEntry("emitted", 2L).containsEntry("duplicate", 1L);
    }

    @Test
    void onePageIsOneDocumentAlsoAfterBothItsFormsWereEdited() throws Exception {
        site.list("/a").html("/a", page("", WORDS)).html("/amp/a", page("", WORDS));
        run();
        site.list("/a", "/amp/a");
        run();
        site.html("/a", page("", OTHER_WORDS)).html("/amp/a", page("", OTHER_WORDS));

        run();

        assertThat(publisher.documents)
                .as("it and its edit")
                .extracting(Document::canonicalUrl)
                .containsExactly(site.url("/a"), site.url("/a"));
    }

    @Test
    void twoArticlesAreNeverOneForTheLikenessOfTheirAddresses() throws Exception {
        site.list("/a", "/amp/a", "/a?amp=1")
                .html("/a", page("", WORDS))
                .html("/amp/a", page("Bridges", "", OTHER_WORDS))
                .html(
                        "/a?amp=1",
                        page(
                                "Markets",
                                "",
                                "The market hall opens again in May, the council says. Its roof was torn off"
                                        + " by the storm of last November, and nobody had paid for it since then."));

        assertThat(run()).containsExactly(Map.entry("emitted", 3L));
    }

    @Test
    void articlesThatAllClaimTheAddressOfOneAreAllCollectedAndNoneIsAnEditOfAnother() throws Exception {
        site.list("/a", "/b", "/c")
                .html("/a", page("Ferries", canonical("/latest"), WORDS))
                .html("/b", page("Bridges", canonical("/latest"), OTHER_WORDS))
                .html("/c", page("", canonical("/latest"), WORDS));

        assertThat(run()).containsExactly(Map.entry("duplicate", 1L), Map.entry("emitted", 2L));
        assertThat(publisher.documents).extracting(Document::canonicalUrl).doesNotHaveDuplicates();
        run();
        assertThat(publisher.documents).hasSize(2);
    }

    @Test
    void anArticleIsCollectedThoughAnotherHadClaimedItsAddressBefore() throws Exception {
        site.list("/a")
                .html("/a", page("Ferries", canonical("/b"), WORDS))
                .html("/b", page("Bridges", canonical("/b"), OTHER_WORDS));
        run();
        site.list("/a", "/b");
        run();

        assertThat(run()).containsEntry("emitted", 2L).doesNotContainKey("duplicate");
        assertThat(publisher.documents)
                .extracting(Document::url, Document::canonicalUrl)
                .containsExactly(tuple(site.url("/a"), site.url("/b")), tuple(site.url("/b"), site.url("/b") + '#'));
    }

    @Test
    void pagesThatAllClaimTheHomePageASectionOrAnErrorStayThemselves() throws Exception {
        site.list("/news/a", "/news/b", "/news/c", "/news/d")
                .html("/news/a", page(canonical("/"), WORDS))
                .html("/news/b", page(canonical("/news/"), "One. " + WORDS))
                .html("/news/c", page(canonical("/404"), "Two. " + WORDS))
                .html("/news/d", page(canonical("https://other.example.org/d"), "Three. " + WORDS));

        assertThat(run()).containsExactly(Map.entry("emitted", 4L));
        assertThat(publisher.documents)
                .extracting(Document::canonicalUrl)
                .containsExactlyInAnyOrder(
                        site.url("/news/a"), site.url("/news/b"), site.url("/news/c"), site.url("/news/d"));
    }
}
