package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SitemapLinksTest {

    private static final String BASE = "https://vale.example.org/sitemap.xml";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNewsSitemapDatesAndNamesItsPages() throws Exception {
        String news = """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://vale.example.org/a</loc><lastmod>2026-02-02</lastmod><n:news><n:publication><n:name>The Vale Courier</n:name>
                <n:language>en</n:language></n:publication><n:publication_date>2026-02-01T10:00:00+02:00</n:publication_date>
                <n:title>Bread &amp; salt</n:title></n:news></url>
                <url><loc>https://vale.example.org/b</loc></url></urlset>""";
        assertThat(SitemapLinks.read(utf8(news), BASE).pages())
                .containsExactly(
                        new Link(
                                "https://vale.example.org/a",
                                Instant.parse("2026-02-02T00:00:00Z"),
                                Instant.parse("2026-02-01T08:00:00Z"),
                                "Bread & salt",
                                true),
                        Link.to("https://vale.example.org/b"));
    }

    @Test
    void picturesAndFilmsOfAPageAreNoPages() throws Exception {
        String map = """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"
                xmlns:v="http://www.google.com/schemas/sitemap-video/1.1">
                <url><loc>https://vale.example.org/a</loc><i:image><i:loc>https://vale.example.org/a.jpg</i:loc></i:image>
                <v:video><v:content_loc>https://vale.example.org/a.mp4</v:content_loc></v:video></url></urlset>""";
        assertThat(SitemapLinks.read(utf8(map), BASE).pages()).containsExactly(Link.to("https://vale.example.org/a"));
    }

    @Test
    void versionsInOtherLanguagesArePagesAndTwinsForSmallScreensAreNot() throws Exception {
        String links = """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">
                <url><loc>https://vale.example.org/a</loc>
                <x:link rel="alternate" hreflang="fr" href="https://vale.example.org/fr/a"/>
                <x:link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.vale.example.org/a"/>
                </url></urlset>""";
        assertThat(SitemapLinks.read(utf8(links), BASE).pages())
                .extracting(Link::url)
                .containsExactly("https://vale.example.org/a", "https://vale.example.org/fr/a");
    }

    @Test
    void anIndexNamesDatedSitemapsAndATextAddresses() throws Exception {
        String index = """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://vale.example.org/1.xml</loc><lastmod>2026-02-01</lastmod></sitemap>
                <sitemap><loc>https://vale.example.org/2.xml</loc></sitemap></sitemapindex>""";
        assertThat(SitemapLinks.read(utf8(index), BASE).children())
                .containsExactly(
                        new Listing.Child("https://vale.example.org/1.xml", Instant.parse("2026-02-01T00:00:00Z")),
                        new Listing.Child("https://vale.example.org/2.xml", null));
        assertThat(SitemapLinks.read(
                                utf8("\uFEFFhttps://vale.example.org/a\nhttps://vale.example.org/b\n"),
                                "https://vale.example.org/sitemap.txt")
                        .pages())
                .extracting(Link::url)
                .containsExactly("https://vale.example.org/a", "https://vale.example.org/b");
    }

    @Test
    void aSitemapThatIsHtmlIsNone() {
        assertThatThrownBy(() -> SitemapLinks.read(utf8("<html><body>x</body></html>"), BASE))
                .isInstanceOf(DiscoveryException.class);
    }

    @Test
    void aSitemapsEntitiesAreNotResolved() throws Exception {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://vale.example.org/&x;</loc></url></urlset>";
        try {
            assertThat(SitemapLinks.read(utf8(bomb), "https://vale.example.org/s.xml")
                            .pages())
                    .extracting(Link::url)
                    .allMatch(u -> u.equals("https://vale.example.org/"));
        } catch (DiscoveryException refused) {
            assertThat(refused.code()).isEqualTo("not-a-sitemap");
        }
    }
}
