package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.http.FetchLimits;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.source.Walk;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingSite;
import org.watchword.model.Document;

/** From a source's address to its pages, over a site on loopback: every way that leads there, and those that lead nowhere. */
class DiscoveryTest {

    private static final Profile VALE = Profile.of("vale", "The Vale Courier");
    private static final Crawl LOCAL = Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO);
    private static final String NS = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final InMemoryPublisher publisher = new InMemoryPublisher();
    private final TestingSite site = new TestingSite();
    /** Each run is long enough after the one before for the lists to be due, and too soon for the pages. */
    private Duration ahead = Duration.ZERO;

    @AfterEach
    void close() {
        site.close();
    }

    private Map<String, Long> run(Source source) throws Exception {
        IngestSettings settings = IngestSettings.defaults(data)
                .with()
                .threads(2)
                .delay(Duration.ZERO)
                .retryDelay(Duration.ofMillis(20))
                .limits(FetchLimits.DEFAULT)
                .build();
        try (FetchRole role = new FetchRole(
                settings,
                SourceCatalog.of(List.of(source)),
                new TagExtractor(),
                publisher,
                InstantSource.offset(InstantSource.system(), ahead))) {
            role.start();
            long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
            int quiet = 0;
            while (quiet < 4) {
                assertThat(System.nanoTime()).as("the role becomes idle").isLessThan(end);
                quiet = role.idle() ? quiet + 1 : 0;
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
            ahead = ahead.plusMinutes(40);
            return role.counts().get(0).out();
        }
    }

    private List<String> texts() {
        return publisher.documents.stream().map(Document::text).toList();
    }

    private void xml(String path, String body) {
        site.bytes(path, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    private String urlset(String... entries) {
        return "<urlset " + NS + ">" + String.join("", entries) + "</urlset>";
    }

    private String entry(String path, String more) {
        return "<url><loc>" + site.url(path) + "</loc>" + more + "</url>";
    }

    private String child(String path, String lastmod) {
        return "<sitemap><loc>" + site.url(path) + "</loc><lastmod>" + lastmod + "</lastmod></sitemap>";
    }

    private static String rss(String... paths) {
        StringBuilder rss = new StringBuilder(
                "<rss version=\"2.0\"><channel><title>t</title><link>l</link><description>d</description>");
        for (String path : paths) {
            rss.append("<item><title>Title of ")
                    .append(path)
                    .append("</title><link>")
                    .append(path)
                    .append("</link><pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    @Test
    void aSiteLeadsToItsFeedsAndItsDatedSitemaps() throws Exception {
        String today = InstantSource.system().instant().toString();
        site.html("/", "<link rel=alternate type=application/rss+xml href=/rss><link rel=canonical href=/>")
                .article("/a", "Of the feed.")
                .article("/b", "Of the sitemap.")
                .article("/old", "Of long ago.")
                .article("/undated", "Of any time.");
        xml("/rss", rss("/a").replace("Sun, 01 Feb 2026 10:00:00 GMT", today));
        site.bytes("/robots.txt", "text/plain", ("Sitemap: " + site.url("/s.xml")).getBytes(StandardCharsets.UTF_8));
        xml(
                "/s.xml",
                urlset(
                        entry("/b", "<lastmod>" + today + "</lastmod>"),
                        entry("/old", "<lastmod>2020-01-01</lastmod>"),
                        entry("/undated", "")));
        Walk week = new Walk(1, null, Duration.ofDays(7), List.of(), null);

        assertThat(run(new Source.Site(VALE, List.of(site.url("/")), LOCAL, week)))
                .containsExactly(Map.entry("emitted", 2L));
        assertThat(texts()).containsExactlyInAnyOrder("Of the feed.", "Of the sitemap.");
    }

    @Test
    void aFeedSourceGivenAPageFindsItsFeedAndTheFeedsDateFillsIn() throws Exception {
        site.html("/home", "<link rel=alternate type=application/rss+xml href=/rss>")
                .article("/a", "Words.");
        xml("/rss", rss("/a"));

        run(new Source.Feed(VALE, List.of(site.url("/home")), LOCAL));

        assertThat(publisher.documents).singleElement().satisfies(document -> {
            assertThat(document.publishedAt()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
            assertThat(document.title()).as("the page's own").isEqualTo("T");
        });
    }

    @Test
    void aSiteThatNamesNoListIsRefusedInWords() throws Exception {
        site.html("/", "<p>Welcome</p>");
        Source source = new Source.Site(VALE, List.of(site.url("/")), LOCAL, Walk.DEFAULT);
        assertThat(run(source)).containsExactly(Map.entry("refused:no-lists", 1L));
    }

    @Test
    void aSitemapOfAnIndexIsReadAgainOnlyWhenItsDateMoves() throws Exception {
        site.article("/a", "A.").article("/b", "B.").article("/c", "C.");
        xml(
                "/i.xml",
                "<sitemapindex " + NS + ">" + child("/1.xml", "2026-02-01T10:00:00Z")
                        + child("/2.xml", "2026-02-01T10:00:00Z") + "</sitemapindex>");
        xml("/1.xml", urlset(entry("/a", "")));
        xml("/2.xml", urlset(entry("/b", "")));
        Source source = new Source.Sitemap(VALE, List.of(site.url("/i.xml")), LOCAL);
        run(source);
        xml(
                "/i.xml",
                "<sitemapindex " + NS + ">" + child("/1.xml", "2026-02-01T10:00:00Z")
                        + child("/2.xml", "2026-02-02T10:00:00Z") + "</sitemapindex>");
        xml("/2.xml", urlset(entry("/b", ""), entry("/c", "")));

        run(source);

        assertThat(site.count("/1.xml")).isEqualTo(1);
        assertThat(site.count("/2.xml")).isEqualTo(2);
        assertThat(texts()).containsExactlyInAnyOrder("A.", "B.", "C.");
    }

    @Test
    void anIndexThatLeadsInCirclesIsReadOnceAndADeepOneIsRefused() throws Exception {
        site.article("/a", "A.");
        xml(
                "/i.xml",
                "<sitemapindex " + NS + ">" + child("/i.xml", "2026-02-01") + child("/1.xml", "2026-02-01")
                        + "</sitemapindex>");
        for (int i = 1; i < 6; i++) {
            xml(
                    "/" + i + ".xml",
                    "<sitemapindex " + NS + ">" + child("/i.xml", "2026-02-01")
                            + child("/" + (i + 1) + ".xml", "2026-02-01") + "</sitemapindex>");
        }
        assertThat(run(new Source.Sitemap(VALE, List.of(site.url("/i.xml")), LOCAL)))
                .containsExactly(Map.entry("refused:too-deep", 1L));
        assertThat(site.count("/i.xml")).isEqualTo(1);
    }

    @Test
    void aListIsFollowedToWhereItIsKnownAndNeverInCircles() throws Exception {
        for (int i = 1; i <= 4; i++) {
            int next = i == 4 ? 1 : i + 1;
            site.article("/a" + i, "Article " + i + ".")
                    .html("/l" + i, "<li><a href=/a" + i + ">x</a></li><a rel=next href=/l" + next + ">older</a>");
        }
        Walk ten = new Walk(10, null, null, List.of(), null);
        Source source = new Source.LinkList(VALE, List.of(site.url("/l1")), "li", LOCAL, ten);

        assertThat(run(source)).containsExactly(Map.entry("emitted", 4L));
        assertThat(site.requests.stream().filter(r -> r.startsWith("/l"))).containsExactly("/l1", "/l2", "/l3", "/l4");
        run(source);
        assertThat(site.count("/l1")).isEqualTo(2);
        assertThat(site.count("/l2")).as("nothing new on the page before").isEqualTo(1);
    }

    @Test
    void aFeedThatMovedToAnotherHostIsReadThereByThatHostsRules() throws Exception {
        try (TestingSite other = new TestingSite()) {
            site.redirect("/rss", other.url("/new/rss"));
            other.bytes("/robots.txt", "text/plain", "User-agent: *\nDisallow: /b".getBytes(StandardCharsets.UTF_8))
                    .bytes("/new/rss", "application/xml", rss("../a", "/b").getBytes(StandardCharsets.UTF_8))
                    .article("/a", "A.")
                    .article("/b", "B.");

            assertThat(run(new Source.Feed(VALE, List.of(site.url("/rss")), LOCAL)))
                    .containsOnly(Map.entry("emitted", 1L), Map.entry("refused:robots", 1L));
            assertThat(publisher.documents).extracting(Document::url).containsExactly(other.url("/a"));
            assertThat(other.requests.get(0)).isEqualTo("/robots.txt");
            assertThat(other.count("/b")).isZero();
            run(new Source.Feed(VALE, List.of(site.url("/rss")), LOCAL));
            assertThat(site.count("/rss"))
                    .as("the old address is asked each time")
                    .isEqualTo(2);
        }
    }

    @Test
    void aFeedWhoseNewHostForbidsItIsRefusedAndNotAskedFor() throws Exception {
        try (TestingSite other = new TestingSite()) {
            site.redirect("/rss", other.url("/rss"));
            other.bytes("/robots.txt", "text/plain", "User-agent: *\nDisallow: /".getBytes(StandardCharsets.UTF_8));

            assertThat(run(new Source.Feed(VALE, List.of(site.url("/rss")), LOCAL)))
                    .containsOnly(Map.entry("refused:robots", 1L));
            assertThat(other.requests).containsExactly("/robots.txt");
        }
    }

    @Test
    void ofAnIndexWithFiftyThousandSitemapsTheNewestAreReadAndTheRestIsRefusedOnce() throws Exception {
        StringBuilder index = new StringBuilder("<sitemapindex " + NS + ">");
        for (int i = 1; i <= 50_000; i++) {
            index.append(child(
                    "/s" + i,
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i).toString()));
        }
        xml("/i.xml", index.append("</sitemapindex>").toString());
        site.article("/a", "A.");
        xml("/s50000", urlset(entry("/a", "")));

        Map<String, Long> out = run(new Source.Sitemap(VALE, List.of(site.url("/i.xml")), LOCAL));

        assertThat(out).containsEntry("emitted", 1L).containsEntry("refused:too-many-lists", 1L);
        assertThat(site.requests.stream().filter(r -> r.startsWith("/s"))).hasSizeLessThan(500);
        assertThat(site.count("/s1")).isZero();
    }

    @Test
    void sitemapsWithoutDatesHaveTheirTurnHoweverManyThereAre() throws Exception {
        StringBuilder index = new StringBuilder("<sitemapindex " + NS + ">");
        for (int i = 1; i <= 900; i++) {
            index.append("<sitemap><loc>").append(site.url("/s" + i)).append("</loc></sitemap>");
            xml("/s" + i, urlset());
        }
        xml("/i.xml", index.append("</sitemapindex>").toString());
        site.article("/a", "A.");
        xml("/s900", urlset(entry("/a", "")));
        Source source = new Source.Sitemap(VALE, List.of(site.url("/i.xml")), LOCAL);
        run(source);
        ahead = ahead.plusHours(4);

        run(source);

        assertThat(texts()).containsExactly("A.");
    }

    @Test
    void aPageFoundOnADayWithoutRobotsTxtIsNotAskedForThenAndCollectedWithinHoursAfterIt() throws Exception {
        try (TestingSite other = new TestingSite()) {
            site.list(other.url("/a"));
            other.status("/robots.txt", 503).article("/a", "A.");
            Source source = new Source.LinkList(VALE, List.of(site.url("/list")), "li", LOCAL);
            Duration day = ahead.plusDays(1);
            while (ahead.compareTo(day) < 0) {
                run(source);
            }
            assertThat(other.requests).containsOnly("/robots.txt");
            assertThat(run(source)).containsOnlyKeys("refused:robots");
            other.status("/robots.txt", 404);
            Duration within = ahead.plusHours(7);

            while (publisher.documents.isEmpty() && ahead.compareTo(within) < 0) {
                run(source);
            }

            assertThat(texts()).containsExactly("A.");
        }
    }

    @Test
    void aListThatNeverEndsIsLeftAfterSoManyPages() throws Exception {
        for (int i = 1; i <= 60; i++) {
            site.article("/a" + i, "Article " + i + ".")
                    .html("/l" + i, "<li><a href=/a" + i + ">x</a></li><a rel=next href=/l" + (i + 1) + ">older</a>");
        }
        Walk ten = new Walk(10, null, null, List.of(), null);

        assertThat(run(new Source.LinkList(VALE, List.of(site.url("/l1")), "li", LOCAL, ten)))
                .containsExactly(Map.entry("emitted", 10L));
        assertThat(site.requests.stream().filter(r -> r.startsWith("/l"))).hasSize(10);
    }

    @Test
    void aListThatShowsItsLastPageForEverIsLeftInABackfillToo() throws Exception {
        for (int i = 1; i <= 40; i++) {
            int shown = Math.min(i, 3);
            site.article("/a" + shown, "Article " + shown + ".")
                    .html(
                            "/l?page=" + i,
                            "<li><a href=/a" + shown + ">x</a></li><a rel=next href=/l?page=" + (i + 1) + ">older</a>");
        }
        Walk back = Walk.DEFAULT.withBackfill(Walk.Range.of("2020-01-01..2026-12-31"));

        run(new Source.LinkList(VALE, List.of(site.url("/l?page=1")), "li", LOCAL, back));

        assertThat(site.requests.stream().filter(r -> r.startsWith("/l"))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aBackfillWhoseHostWantsToBeLeftAloneIsTakenUpAgain() throws Exception {
        site.html("/now", "<p>nothing</p>").article("/2024/05/17/a", "A.");
        site.on("/2024/05", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(503, -1);
        });
        Walk archive = new Walk(1, null, null, List.of(site.url("/{yyyy}/{MM}")), null);
        Source source = new Source.LinkList(VALE, List.of(site.url("/now")), "li", LOCAL, archive);
        new BackfillRequests(data)
                .ask("vale", new Walk.Range(LocalDate.parse("2024-05-01"), LocalDate.parse("2024-05-18")));
        run(source);
        site.html("/2024/05", "<li><a href=/2024/05/17/a>x</a></li>");
        ahead = ahead.plusHours(4);

        run(source);

        assertThat(texts()).containsExactly("A.");
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        site.article("/a", "A.").on("/rss", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            TestingSite.send(exchange, 200, "application/xml", rss("/a").getBytes(StandardCharsets.UTF_8));
        });
        Source source = new Source.Feed(VALE, List.of(site.url("/rss")), LOCAL);
        run(source);
        assertThat(run(source)).containsExactly(Map.entry("emitted", 1L));
        assertThat(site.count("/rss")).isEqualTo(2);
    }

    @Test
    void aTableOfAddressesIsFetchedAndItsWrongLinesAreCounted() throws Exception {
        site.article("/a", "A.").article("/b", "B.");
        Path table =
                Files.writeString(data.resolve("t.csv"), """
                url,date,speaker,office
                %s,2024-05-17,O. Oran,Speaker of the House
                mailto:x@example.org,,,
                %s,,,
                %s,,,
                """.formatted(site.url("/a"), site.url("/a"), site.url("/b")));
        Source source = new Source.Urls(VALE, table, LOCAL);
        Map<String, Long> once = run(source);

        assertThat(once)
                .containsOnly(
                        Map.entry("emitted", 2L),
                        Map.entry("refused:bad-url", 1L),
                        Map.entry("refused:listed-twice", 1L));
        assertThat(publisher.documents)
                .filteredOn(d -> d.text().equals("A."))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.publishedAt()).isEqualTo(Instant.parse("2024-05-17T00:00:00Z"));
                    assertThat(document.speaker()).isEqualTo("O. Oran");
                });
        assertThat(run(source)).as("an unchanged table is not read again").isEqualTo(once);
    }

    @Test
    void aBackfillReadsTheArchiveOfItsDaysOnceAndOnlyThese() throws Exception {
        site.html("/now", "<p>nothing</p>").article("/2024/05/17/a", "A.").article("/2024/05/19/b", "B.");
        site.html("/2024/05", "<li><a href=/2024/05/17/a>x</a></li><li><a href=/2024/05/19/b>x</a></li>");
        site.html("/2024/04", "<p>nothing</p>");
        Walk archive = new Walk(1, null, null, List.of(site.url("/{yyyy}/{MM}")), null);
        Source source = new Source.LinkList(VALE, List.of(site.url("/now")), "li", LOCAL, archive);
        new BackfillRequests(data)
                .ask("vale", new Walk.Range(LocalDate.parse("2024-04-30"), LocalDate.parse("2024-05-18")));

        run(source);
        run(source);

        assertThat(texts()).containsExactly("A.");
        assertThat(site.count("/2024/05")).isEqualTo(1);
        assertThat(site.count("/2024/04")).isEqualTo(1);
        assertThat(site.count("/2024/03")).isZero();
    }

    @Test
    void aBackfillFollowsAFeedsArchiveToItsFirstDay() throws Exception {
        for (String day : List.of("03", "02", "01")) {
            site.article("/a" + day, "Of day " + day + ".");
        }
        String feed = rss("/a03").replace("01 Feb", "03 Feb");
        xml("/rss", linked(feed, "/rss?2"));
        xml("/rss?2", linked(rss("/a02").replace("01 Feb", "02 Feb"), "/rss?3"));
        xml("/rss?3", linked(rss("/a01"), "/rss"));
        Walk back = Walk.DEFAULT.withBackfill(Walk.Range.of("2026-02-02..2026-02-28"));

        run(new Source.Feed(VALE, List.of(site.url("/rss")), LOCAL, back));

        assertThat(texts()).containsExactlyInAnyOrder("Of day 03.", "Of day 02.");
    }

    private static String linked(String rss, String next) {
        return rss.replace("<rss ", "<rss xmlns:a=\"http://www.w3.org/2005/Atom\" ")
                .replace("<description>", "<a:link rel=\"prev-archive\" href=\"" + next + "\"/><description>");
    }

    @Test
    void aListThatCannotBeReadIsCountedAndTheOthersAreRead() throws Exception {
        site.article("/a", "A.");
        xml("/rss", rss("/a"));
        xml(
                "/bomb",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss version=\"2.0\"><channel><title>&a;</title></channel></rss>");

        assertThat(run(new Source.Feed(VALE, List.of(site.url("/bomb"), site.url("/gone"), site.url("/rss")), LOCAL)))
                .containsOnly(
                        Map.entry("emitted", 1L),
                        Map.entry("refused:not-a-feed", 1L),
                        Map.entry("refused:not-found", 1L));
    }

    @Test
    void requestsForBackfillsAreNamedAfterTheirDays() throws IOException {
        Path request = new BackfillRequests(data).ask("vale", Walk.Range.of("2024-01-01.."));
        assertThat(request)
                .isEqualTo(data.resolve("fetch/backfill/vale/2024-01-01.."))
                .exists();
    }
}
