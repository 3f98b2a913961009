package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingSite;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ConfigException;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;

class FetchRoleTest {

    static final Profile VALE = Profile.of("vale", "The Vale Courier");
    static final Crawl LOCAL = Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final InMemoryPublisher publisher = new InMemoryPublisher();
    private final TestingSite site = new TestingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private IngestSettings.Builder settings() {
        return IngestSettings.defaults(data)
                .with()
                .threads(3)
                .delay(Duration.ZERO)
                .maxFailures(2)
                .retryDelay(Duration.ofMillis(20))
                .recheckOnStart(true)
                .limits(new FetchLimits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(3000),
                        100_000,
                        2 << 20,
                        100,
                        5));
    }

    private Source list() {
        return new Source.LinkList(VALE, List.of(site.url("/list")), "li", LOCAL);
    }

    private FetchRole role(Source... sources) throws IOException {
        return new FetchRole(
                settings().build(),
                SourceCatalog.of(List.of(sources)),
                new TagExtractor(),
                publisher,
                InstantSource.system());
    }

    private Map<String, Long> run(Source... sources) throws Exception {
        try (FetchRole role = role(sources)) {
            role.start();
            settle(role);
            assertThat(role.counts()).allMatch(StageCounts::addsUp);
            return role.counts().get(0).out();
        }
    }

    private static void settle(FetchRole role) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        int quiet = 0;
        while (quiet < 4) {
            assertThat(System.nanoTime()).as("the role becomes idle").isLessThan(end);
            quiet = role.idle() ? quiet + 1 : 0;
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void pagesOfAListBecomeArchivedPublishedDocuments() throws Exception {
        site.list("/a?utm_source=x", "/b").article("/a", "Words of a.").article("/b", "Words of b.");

        Map<String, Long> out = run(list());

        assertThat(out).containsExactly(Map.entry("emitted", 2L));
        assertThat(publisher.documents)
                .extracting(Document::text)
                .containsExactlyInAnyOrder("Words of a.", "Words of b.");
        assertThat(Objects.requireNonNull(publisher.counts.get("fetch/vale")).ended("emitted"))
                .isEqualTo(2);
        for (Document document : publisher.documents) {
            assertThat(document.outlet()).isEqualTo("The Vale Courier");
            ArchiveRef ref = Objects.requireNonNull(document.archive());
            String html = new String(
                    new ArchiveFolder(data.resolve("archive")).read(ref).payload(), StandardCharsets.UTF_8);
            assertThat(html).contains("<nav>menu</nav>").contains(document.text());
        }
    }

    @Test
    void aSecondRunAsksConditionallyAndCounts304() throws Exception {
        site.list("/a").on("/a", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Tue, 1 Apr 2025 08:00:00 +0200");
            TestingSite.send(exchange, 200, "text/html", "<article>Once.</article>".getBytes(StandardCharsets.UTF_8));
        });

        run(list());
        Map<String, Long> out = run(list());

        assertThat(out).containsOnly(Map.entry("emitted", 1L), Map.entry("unchanged:not-modified", 1L));
        assertThat(Objects.requireNonNull(site.lastHeaders.get("/a")).getFirst("If-Modified-Since"))
                .isEqualTo("Tue, 1 Apr 2025 08:00:00 +0200");
        assertThat(publisher.documents).hasSize(1);
    }

    @Test
    void aChangedTextIsANewVersionAndAChangedMenuIsNot() throws Exception {
        site.list("/a").html("/a", "<nav>1</nav><article>One.</article>");
        run(list());
        site.html("/a", "<nav>2</nav><article>One.</article>");
        assertThat(run(list())).containsEntry("unchanged:same-text", 1L);
        site.html("/a", "<nav>2</nav><article>Two.</article>");
        assertThat(run(list())).containsEntry("emitted", 2L);
        assertThat(publisher.documents.get(0).id())
                .isEqualTo(publisher.documents.get(1).id());
    }

    @Test
    void everyKindOfTroubleIsOneCountedRefusal() throws Exception {
        byte[] big = new byte[200_000];
        site.list(
                        "/gone",
                        "/missing",
                        "/big",
                        "/bomb",
                        "/loop",
                        "/private",
                        "/metadata",
                        "/ftp",
                        "/menu",
                        "/pdf",
                        "/broken",
                        "/crash",
                        "/closed/page",
                        "/sick",
                        "/badgzip",
                        "/brotli")
                .status("/gone", 410)
                .bytes("/big", "text/html", big)
                .on("/bomb", e -> {
                    e.getResponseHeaders().add("Content-Encoding", "gzip");
                    TestingSite.send(e, 200, "text/html", gzip(new byte[50 << 20]));
                })
                .on("/badgzip", e -> {
                    e.getResponseHeaders().add("Content-Encoding", "gzip");
                    TestingSite.send(e, 200, "text/html", "plain".getBytes(StandardCharsets.UTF_8));
                })
                .on("/brotli", e -> {
                    e.getResponseHeaders().add("Content-Encoding", "br");
                    TestingSite.send(e, 200, "text/html", "x".getBytes(StandardCharsets.UTF_8));
                })
                .redirect("/loop", "/loop2")
                .redirect("/loop2", "/loop")
                .redirect("/private", "http://10.0.0.1/x")
                .redirect("/metadata", "http://169.254.169.254/latest/meta-data")
                .redirect("/ftp", "ftp://example.org/x")
                .html("/menu", "<nav>only menu</nav>")
                .bytes("/pdf", "application/pdf", new byte[] {1})
                .html("/broken", "<html><article><p>Still <b>read")
                .html("/crash", "<crash>")
                .article("/closed/page", "Never seen.")
                .status("/sick", 503)
                .bytes(
                        "/robots.txt",
                        "text/plain",
                        "User-agent: watchword\nDisallow: /closed/\n".getBytes(StandardCharsets.UTF_8));

        Map<String, Long> out = run(list());

        assertThat(out)
                .containsOnly(
                        Map.entry("emitted", 1L),
                        Map.entry("refused:gone", 1L),
                        Map.entry("refused:not-found", 1L),
                        Map.entry("refused:too-large", 2L),
                        Map.entry("refused:redirect-loop", 1L),
                        Map.entry("refused:private-address", 2L),
                        Map.entry("refused:bad-redirect", 1L),
                        Map.entry("refused:no-article", 1L),
                        Map.entry("refused:not-html", 1L),
                        Map.entry("refused:robots", 1L),
                        Map.entry("refused:http-503", 1L),
                        Map.entry("refused:bad-encoding", 1L),
                        Map.entry("refused:unsupported-encoding", 1L),
                        Map.entry("dead-lettered:extract-failed", 1L));
        assertThat(site.count("/closed/page")).isZero();
        assertThat(site.count("/sick")).as("tried again before it is refused").isEqualTo(2);
        assertThat(publisher.deadLetters).hasSize(1);
        assertThat(publisher.documents).extracting(Document::text).containsExactly("<p>Still <b>read");
    }

    @Test
    void aServerThatDripsIsLeft() throws Exception {
        site.list("/drip").on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        });

        assertThat(run(list())).containsOnly(Map.entry("refused:too-slow", 1L));
    }

    @Test
    void sickRobotsFileClosesTheHost() throws Exception {
        site.list("/a").article("/a", "Words.").status("/robots.txt", 500);

        assertThat(run(list())).containsExactly(Map.entry("refused:robots", 1L));

        assertThat(site.requests).containsOnly("/robots.txt");
    }

    @Test
    void withoutLeaveLoopbackIsNotFetched() throws Exception {
        site.list("/a").article("/a", "Words.");
        Source stranger = new Source.LinkList(VALE, List.of(site.url("/list")), "li", Crawl.DEFAULT);

        run(stranger);

        assertThat(site.requests).isEmpty();
    }

    @Test
    void twoAddressesOfOnePageAreOneDocument() throws Exception {
        String page = "<link rel=canonical href=\"/story\"><article>The story.</article>";
        site.list("/story?ref=1", "/story?ref=2").html("/story?ref=1", page).html("/story?ref=2", page);

        assertThat(run(list())).containsOnly(Map.entry("emitted", 1L), Map.entry("duplicate", 1L));
        assertThat(publisher.documents).extracting(Document::canonicalUrl).containsExactly(site.url("/story"));
    }

    @Test
    void aPageCannotClaimAnotherSitesAddress() throws Exception {
        site.list("/a").html("/a", "<link rel=canonical href=\"https://other.example.org/x\"><article>W.</article>");

        run(list());

        assertThat(publisher.documents).extracting(Document::canonicalUrl).containsExactly(site.url("/a"));
    }

    @Test
    void aVanishedPageIsCountedAndComesBackAsUnchanged() throws Exception {
        site.list("/a").article("/a", "Words.");
        run(list());
        site.status("/a", 404);
        assertThat(run(list())).containsEntry("refused:not-found", 1L);
        site.article("/a", "Words.");
        assertThat(run(list())).containsEntry("unchanged:same-text", 1L).containsEntry("emitted", 1L);
    }

    @Test
    void feedAndSitemapLeadToPages() throws Exception {
        String feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>/</link>"
                + "<description>d</description><item><title>a</title><link>" + site.url("/a")
                + "</link></item></channel></rss>";
        String index =
                "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
                        + site.url("/s.xml.gz") + "</loc></sitemap></sitemapindex>";
        String map = "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
                + site.url("/b") + "</loc></url></urlset>";
        site.article("/a", "From the feed.")
                .article("/b", "From the map.")
                .bytes("/feed", "application/rss+xml", feed.getBytes(StandardCharsets.UTF_8))
                .bytes("/index.xml", "application/xml", index.getBytes(StandardCharsets.UTF_8))
                .bytes("/s.xml.gz", "application/gzip", gzip(map.getBytes(StandardCharsets.UTF_8)));

        run(
                new Source.Feed(Profile.of("f", "F"), List.of(site.url("/feed")), LOCAL),
                new Source.Sitemap(Profile.of("s", "S"), List.of(site.url("/index.xml")), LOCAL));

        assertThat(publisher.documents)
                .extracting(Document::text)
                .containsExactlyInAnyOrder("From the feed.", "From the map.");
    }

    @Test
    void aFeedThatIsHtmlIsAFailedPassAndTheRestGoesOn() throws Exception {
        site.html("/feed", "<html><body>Not found, sorry</body></html>")
                .list("/a")
                .article("/a", "Words.");

        try (FetchRole role = role(new Source.Feed(Profile.of("f", "F"), List.of(site.url("/feed")), LOCAL), list())) {
            role.start();
            settle(role);
            assertThat(role.coverage()).anySatisfy(c -> {
                assertThat(c.source()).isEqualTo("f");
                assertThat(c.failed()).isEqualTo(1);
                assertThat(c.isCovered()).isFalse();
                assertThat(c.problem()).startsWith("not-a-feed: ");
                assertThat(c.articles()).isZero();
            });
        }
        assertThat(publisher.documents).hasSize(1);
        assertThat(publisher.coverage.values()).anySatisfy(c -> {
            assertThat(c.source()).isNotEqualTo("f");
            assertThat(c.isCovered()).isTrue();
            assertThat(c.problem()).isNull();
            assertThat(c.articles()).isEqualTo(1);
            assertThat(c.out()).containsEntry("emitted", 1L);
        });
    }

    @Test
    void aDocumentWithoutAcknowledgementIsPublishedByTheNextRun() throws Exception {
        site.list("/a").article("/a", "Words.");
        publisher.silent = true;
        // With more threads another would take the page up again while the first waits.
        try (FetchRole role = new FetchRole(
                settings().threads(1).build(),
                SourceCatalog.of(List.of(list())),
                new TagExtractor(),
                publisher,
                InstantSource.system())) {
            role.start();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (publisher.documents.isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(end);
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            }
            assertThat(role.counts().get(0).in()).as("not ended").isZero();
        }
        publisher.silent = false;
        site.status("/a", 404);

        Map<String, Long> out = run(list());

        assertThat(out).containsEntry("emitted", 1L);
        assertThat(publisher.documents).hasSize(2);
        assertThat(publisher.documents.get(1)).isEqualTo(publisher.documents.get(0));
    }

    @Test
    void aDocumentWithoutAcknowledgementIsPublishedAgainAsItWasAndItsPageIsNotAskedForAgain() throws Exception {
        site.list("/a").article("/a", "Words.");
        publisher.silent = true;
        try (FetchRole role = new FetchRole(
                settings().threads(4).build(),
                SourceCatalog.of(List.of(list())),
                new TagExtractor(),
                publisher,
                InstantSource.system())) {
            role.start();
            await(() -> publisher.documents.size() >= 2);
            publisher.silent = false;
            await(() -> role.counts().get(0).in() > 0);

            assertThat(role.counts().get(0).out()).containsOnly(Map.entry("emitted", 1L));
            assertThat(publisher.documents).containsOnly(publisher.documents.get(0));
            assertThat(site.count("/a")).isEqualTo(1);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void aRecordTheTopicRefusesIsCounted() throws Exception {
        site.list("/a").article("/a", "Too many words.");
        publisher.maxText = 3;

        assertThat(run(list())).containsOnly(Map.entry("refused:too-large-record", 1L));
    }

    @Test
    void aSecondRoleOnTheSameFolderIsTurnedAway() throws Exception {
        try (FetchRole first = role(list())) {
            assertThat(first.counts()).hasSize(1);
            assertThatThrownBy(() -> role(list()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("another running Watchword");
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
