package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLinksTest {

    private static final String BASE = "https://vale.example.org/f/x";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void atomLinksAreAbsoluteAndDated() throws Exception {
        String atom =
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>i</id><updated>2026-01-01T00:00:00Z</updated>"
                        + "<entry><title>a</title><id>1</id><link href=\"/a\"/><updated>2026-02-01T00:00:00Z</updated></entry></feed>";
        assertThat(FeedLinks.read(utf8(atom), "application/atom+xml", BASE).pages())
                .containsExactly(
                        new Link("https://vale.example.org/a", Instant.parse("2026-02-01T00:00:00Z"), null, "a", true));
    }

    @Test
    void anEmptyFeedHasNoLinks() throws Exception {
        String rss =
                "<rss version=\"2.0\"><channel><title>t</title><link>l</link><description>d</description></channel></rss>";
        assertThat(FeedLinks.read(utf8(rss), null, BASE).pages()).isEmpty();
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
        assertThat(FeedLinks.read(utf8(rss), null, BASE).pages())
                .extracting(Link::url)
                .containsExactly("https://vale.example.org/f/a?b=1&c=2", "https://vale.example.org/g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "UTF-32"})
    void aFeedInWideCharactersIsReadWithAndWithoutMarkWhateverItDeclares(String charset) throws Exception {
        String rss = "<rss version=\"2.0\"><channel><title>t</title><link>l</link><description>d</description>"
                + "<item><title>\u0391\u03bd \ud83d\ude42</title><link>/a</link></item></channel></rss>";
        for (String start : List.of("", "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "\uFEFF")) {
            byte[] body = (start + rss).getBytes(Charset.forName(charset));
            assertThat(FeedLinks.read(body, "application/rss+xml; charset=utf-8", BASE)
                            .pages())
                    .as("%s '%s'", charset, start)
                    .containsExactly(
                            new Link("https://vale.example.org/a", null, null, "\u0391\u03bd \ud83d\ude42", true));
        }
    }

    @Test
    void aTitleThatIsTextKeepsItsBrackets() throws Exception {
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>i</id>"
                + "<entry><title type=\"text\">Why &lt;b&gt; is bold</title><link href=\"/a\"/></entry>"
                + "<entry><title type=\"html\">Why &lt;b&gt;bread&lt;/b&gt; rises</title><link href=\"/b\"/></entry></feed>";
        assertThat(FeedLinks.read(utf8(atom), null, BASE).pages())
                .extracting(Link::title)
                .containsExactly("Why <b> is bold", "Why bread rises");
    }

    @Test
    void datesAndTitlesOfDublinCoreCountWhereRssHasNone() throws Exception {
        String rss =
                "<rss version=\"2.0\" xmlns:t=\"http://purl.org/dc/terms/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                        + "<channel><title>t</title><link>l</link><description>d</description><item><link>/a</link>"
                        + "<dc:title>Speech</dc:title><t:issued>2031-05-06</t:issued><t:modified>2031-05-07T10:00:00Z</t:modified>"
                        + "</item></channel></rss>";
        assertThat(FeedLinks.read(utf8(rss), null, BASE).pages())
                .containsExactly(new Link(
                        "https://vale.example.org/a",
                        Instant.parse("2031-05-07T10:00:00Z"),
                        Instant.parse("2031-05-06T00:00:00Z"),
                        "Speech",
                        true));
    }

    @Test
    void aJsonFeedIsAFeedAndOtherJsonIsNone() throws Exception {
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "items": [
                  {"id": "1", "url": "/a", "title": "A &amp; b", "date_published": "2026-01-31", "date_modified": "2026-02-01T01:00:00+01:00"}, {"id": "https://vale.example.org/b"}, {"id": "3"}]}
                """;
        assertThat(FeedLinks.read(utf8(json), "application/feed+json", BASE).pages())
                .containsExactly(
                        new Link(
                                "https://vale.example.org/a",
                                Instant.parse("2026-02-01T00:00:00Z"),
                                Instant.parse("2026-01-31T00:00:00Z"),
                                "A & b",
                                true),
                        new Link("https://vale.example.org/b", null, null, null, true));
        assertThatThrownBy(() -> FeedLinks.read(utf8("{\"items\": []}"), null, BASE))
                .isInstanceOf(DiscoveryException.class)
                .hasMessageContaining("jsonfeed.org");
    }

    @Test
    void titlesArePlainTextAndDatesAreRead() throws Exception {
        String rss = """
                <rss version="2.0"><channel><title>t</title><link>l</link><description>d</description>
                <item><title>Bread &amp;amp; &lt;i&gt;salt&lt;/i&gt;</title><link>/a</link>
                <pubDate>Sun, 1 Feb 2026 10:00:00 +0200</pubDate></item></channel></rss>""";
        assertThat(FeedLinks.read(utf8(rss), null, BASE).pages())
                .containsExactly(new Link(
                        "https://vale.example.org/a",
                        null,
                        Instant.parse("2026-02-01T08:00:00Z"),
                        "Bread & salt",
                        true));
    }

    @Test
    void thePastOfAFeedIsWhereItsArchiveGoesOn() throws Exception {
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>i</id>"
                + "<updated>2026-01-01T00:00:00Z</updated><link rel=\"next\" href=\"?page=2\"/>"
                + "<link rel=\"prev-archive\" href=\"/archive/2025\"/></feed>";
        String rss =
                "<rss version=\"2.0\" xmlns:a=\"http://www.w3.org/2005/Atom\"><channel><title>t</title><link>l</link>"
                        + "<description>d</description><a:link rel=\"next\" href=\"?page=2\"/></channel></rss>";
        assertThat(FeedLinks.read(utf8(atom), null, BASE).next()).isEqualTo("https://vale.example.org/archive/2025");
        assertThat(FeedLinks.read(utf8(rss), null, BASE).next()).isEqualTo("https://vale.example.org/f/x?page=2");
        assertThat(FeedLinks.read(utf8(rss.replace("</rss>", "")), null, BASE).next())
                .isEqualTo("https://vale.example.org/f/x?page=2");
        assertThat(FeedLinks.read(
                                utf8(
                                        "{\"version\":\"https://jsonfeed.org/version/1\",\"next_url\":\"/2\",\"items\":[]}"),
                                null,
                                BASE)
                        .next())
                .isEqualTo("https://vale.example.org/2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thu, 01 Jan 2004 19:48:21 GMT      | 2004-01-01T19:48:21Z
            1 January 04 19:48 EST             | 2004-01-02T00:48:00Z
            Thu, 01-Jan-2004 19:48:21 +0530    | 2004-01-01T14:18:21Z
            2003-12-31T10:14:55-08:00          | 2003-12-31T18:14:55Z
            2003-12-31 10:14:55.123 +0200      | 2003-12-31T08:14:55Z
            2003-12-31T24:00Z                  | 2004-01-01T00:00:00Z
            20031231                           | 2003-12-31T00:00:00Z
            2003-12                            | 2003-12-01T00:00:00Z
            Thu, 31 Jun 2004 19:48:21 GMT      |
            31 Foo 2004 19:48:21 GMT           |
            Thu, 01 Jan 2004 19:48:21 XYZ      |
            yesterday                          |
            """)
    void datesAreReadAsFeedsWriteThemOrNotAtAll(String written, @Nullable String expected) {
        assertThat(FeedDate.of(written)).isEqualTo(expected == null ? null : Instant.parse(expected));
    }

    /** A feed of one byte per level would end the thread of a reader that walks it by recursion. */
    @Test
    void aFeedNestedWithoutEndIsReadOrRefused() {
        String deep = "<rss version=\"2.0\"><channel>" + "<a>".repeat(200_000);
        try {
            assertThat(FeedLinks.read(utf8(deep), null, BASE).pages()).isEmpty();
        } catch (DiscoveryException refused) {
            assertThat(refused.code()).isEqualTo("not-a-feed");
        }
        String deepJson = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(200_000);
        assertThatThrownBy(() -> FeedLinks.read(utf8(deepJson), null, BASE)).isInstanceOf(DiscoveryException.class);
    }
}
