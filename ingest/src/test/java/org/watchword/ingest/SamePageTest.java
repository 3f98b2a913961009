package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        return new TestingRun(data, new HtmlExtractor(), publisher)
                .run(new Source.LinkList(FetchRoleTest.VALE, List.of(site.url("/list")), "li", FetchRoleTest.LOCAL));
    }

    private static String page(String head, String words) {
        return "<html><head><title>Ferries</title>" + head + "</head><body><article><h1>Ferries</h1><p>" + words
                + "</p><p>" + words + "</p></article></body></html>";
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
    }

    @Test
    void aTwinIsNeverGuessedFromItsAddress() throws Exception {
        site.list("/a", "/amp/a").html("/a", page("", WORDS)).html("/amp/a", page("", WORDS));

        assertThat(run()).containsExactly(Map.entry("emitted", 2L));
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
