package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingSite;

class SourceProbeTest {

    private final TestingSite site = new TestingSite();
    private final SourceProbe probe = new SourceProbe(
            IngestSettings.defaults(Path.of("unused"))
                    .with()
                    .delay(Duration.ZERO)
                    .build(),
            new TagExtractor(),
            InstantSource.system());

    @AfterEach
    void close() {
        probe.close();
        site.close();
    }

    private SourceProbe.Result list(String selector) throws InterruptedException {
        return probe.probe(
                new Source.LinkList(FetchRoleTest.VALE, List.of(site.url("/list")), selector, FetchRoleTest.LOCAL));
    }

    @Test
    void tellsHowManyPagesASourceLists() throws Exception {
        site.list("/a", "/b");
        assertThat(list("li")).isEqualTo(new SourceProbe.Result(true, "2 links, 2 of them taken"));
    }

    @Test
    void tellsThatASelectorFindsNothing() throws Exception {
        site.list("/a");
        SourceProbe.Result result = list("a.speech");
        assertThat(result.ok()).isFalse();
        assertThat(result.words()).contains("a.speech").contains("no-links");
    }

    @Test
    void tellsWhyAnAddressCannotBeRead() throws Exception {
        SourceProbe.Result result = probe.probe(
                new Source.Feed(FetchRoleTest.VALE, List.of(site.url("/nowhere.xml")), FetchRoleTest.LOCAL));
        assertThat(result.ok()).isFalse();
        assertThat(result.words()).contains("not-found").contains("/nowhere.xml");
    }

    @Test
    void theShippedCatalogueIsSoundAndMostlyAsleep() {
        SourceCatalog catalog = SourceCatalog.load(Path.of("../config/sources"));
        assertThat(catalog.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(catalog.enabled()).hasSizeBetween(1, 6);
        assertThat(catalog.all()).allSatisfy(source -> {
            assertThat(source.profile().language()).as(source.id()).isNotNull();
            assertThat(source.profile().group()).as(source.id()).isNotNull();
            assertThat(source.profile().country()).as(source.id()).isNotNull();
            assertThat(source).isInstanceOf(Source.Web.class);
            Crawl crawl = ((Source.Web) source).crawl();
            assertThat(crawl.allowLoopback()).as(source.id()).isFalse();
        });
    }
}
