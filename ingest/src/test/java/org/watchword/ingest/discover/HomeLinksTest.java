package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HomeLinksTest {

    private static final String HOME = "https://vale.example.org/";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void feedsInTheHeadAreFoundAndCommentsAndInterfacesAreNot() throws Exception {
        String html = """
                <head><base href="https://vale.example.org/en/">
                <link rel="alternate" type="application/rss+xml" title="News" href="rss">
                <link rel="ALTERNATE feed" type="Application/Atom+XML; charset=utf-8" href="//feeds.example.org/atom">
                <link rel="alternate" type="application/feed+json" href="/feed.json">
                <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
                <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
                <link rel="alternate" hreflang="fr" href="/fr/">
                <link rel="stylesheet" type="application/rss+xml" href="/no">
                </head>""";
        assertThat(HomeLinks.feeds(utf8(html), "utf-8", HOME))
                .extracting(Listing.Child::url)
                .containsExactly(
                        "https://vale.example.org/en/rss",
                        "https://feeds.example.org/atom",
                        "https://vale.example.org/feed.json");
    }

    @Test
    void sitemapLinesOfARobotsTxtAreFoundWhereverTheyStand() {
        String robots = "\uFEFFSitemap: https://vale.example.org/s1.xml\r\nUser-agent: *\r\n Disallow: /x\r\n"
                + "sitemap:https://vale.example.org/s2.xml # news\n#Sitemap: https://vale.example.org/no.xml\nSitemap:\n";
        assertThat(HomeLinks.sitemaps(utf8(robots)))
                .extracting(Listing.Child::url)
                .containsExactly("https://vale.example.org/s1.xml", "https://vale.example.org/s2.xml");
    }
}
