package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final String BASE = "https://vale.example.org/f/x";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void atomLinksAreAbsoluteAndDated() throws Exception {
        String atom =
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>i</id><updated>2026-01-01T00:00:00Z</updated>"
                        + "<entry><title>a</title><id>1</id><link href=\"/a\"/><updated>2026-02-01T00:00:00Z</updated></entry></feed>";
        assertThat(FeedLinks.read(utf8(atom), "application/atom+xml", BASE))
                .containsExactly(new Link("https://vale.example.org/a", Instant.parse("2026-02-01T00:00:00Z")));
    }

    @Test
    void anEmptyFeedHasNoLinks() throws Exception {
        String rss =
                "<rss version=\"2.0\"><channel><title>t</title><link>l</link><description>d</description></channel></rss>";
        assertThat(FeedLinks.read(utf8(rss), null, BASE)).isEmpty();
    }

    @Test
    void htmlNothingAndEntitiesAreNoFeed() {
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<rss version=\"2.0\"><channel><title>&x;&a;</title><item><link>/a</link></item></channel></rss>";
        for (String bad : new String[] {"<html><body>x</body></html>", "", "{}", bomb}) {
            assertThatThrownBy(() -> FeedLinks.read(utf8(bad), "text/xml", BASE))
                    .as(bad)
                    .isInstanceOf(DiscoveryException.class)
                    .hasMessageContaining(BASE);
        }
    }

    @Test
    void aFeedThatIsNotWellFormedIsReadAsFarAsItGoes() throws Exception {
        String rss =
                "<rss version=\"2.0\"><channel><title>Salt & bread</title><item><x:note>n</x:note><link>a?b=1&c=2</link></item>"
                        + "<item><guid>https://vale.example.org/g</guid></item>";
        assertThat(FeedLinks.read(utf8(rss), null, BASE))
                .extracting(Link::url)
                .containsExactly("https://vale.example.org/f/a?b=1&c=2", "https://vale.example.org/g");
    }

    @Test
    void aJsonFeedIsAFeedAndOtherJsonIsNone() throws Exception {
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "items": [
                  {"id": "1", "url": "/a", "date_modified": "2026-02-01T01:00:00+01:00"}, {"id": "https://vale.example.org/b"}, {"id": "3"}]}
                """;
        assertThat(FeedLinks.read(utf8(json), "application/feed+json", BASE))
                .containsExactly(
                        new Link("https://vale.example.org/a", Instant.parse("2026-02-01T00:00:00Z")),
                        new Link("https://vale.example.org/b", null));
        assertThatThrownBy(() -> FeedLinks.read(utf8("{\"items\": []}"), null, BASE))
                .isInstanceOf(DiscoveryException.class)
                .hasMessageContaining("jsonfeed.org");
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

    @Test
    void selectedElementsGiveTheirAnchors() throws Exception {
        String html =
                "<ul class=n><li><a href=a>1</a><li><a href='/b#x'>2</a></ul><a class=n href='//other.example/c'>3</a><a href=d>no</a>";
        assertThat(ListLinks.read(utf8(html), "utf-8", BASE, ".n"))
                .extracting(Link::url)
                .containsExactly(
                        "https://vale.example.org/f/a", "https://vale.example.org/b#x", "https://other.example/c");
    }
}
