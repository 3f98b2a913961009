package org.watchword.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListLinksTest {

    private static final String BASE = "https://vale.example.org/f/x";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTimeElementDatesTheLinkBesideIt() throws Exception {
        String html = "<li><time datetime=2026-02-01>1 Feb</time><a href=a>1</a></li>"
                + "<li><time datetime=2026-02-01></time><time datetime=2026-02-03></time><a href=b>2</a></li>";
        assertThat(ListLinks.read(utf8(html), "utf-8", BASE, "li", null).pages())
                .extracting(Link::publishedAt)
                .containsExactly(Instant.parse("2026-02-01T00:00:00Z"), null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a rel=next href='?p=2'>older</a>",
                "<link rel='prefetch NEXT' href='?p=2'>",
                "<a rel=nextish href='?p=9'>x</a><a rel='nofollow next' href='?p=2'>x</a>"
            })
    void theNextPageIsWhereRelNextLeads(String html) throws Exception {
        assertThat(ListLinks.read(utf8(html), "utf-8", BASE, "li", null).next())
                .isEqualTo("https://vale.example.org/f/x?p=2");
    }

    @Test
    void theNextPageMayBeSelected() throws Exception {
        String html = "<a rel=next href='?p=9'>x</a><nav class=pager><span>1</span><a href='?p=2'>2</a></nav>";
        assertThat(ListLinks.read(utf8(html), "utf-8", BASE, "li", ".pager").next())
                .isEqualTo("https://vale.example.org/f/x?p=2");
        assertThat(ListLinks.read(utf8("<a class=n href='javascript:x()'>"), "utf-8", BASE, "li", ".n")
                        .next())
                .isNull();
    }

    @Test
    void selectedElementsGiveTheirAnchors() throws Exception {
        String html =
                "<ul class=n><li><a href=a>1</a><li><a href='/b#x'>2</a></ul><a class=n href='//other.example/c'>3</a><a href=d>no</a>";
        assertThat(ListLinks.read(utf8(html), "utf-8", BASE, ".n", null).pages())
                .extracting(Link::url)
                .containsExactly(
                        "https://vale.example.org/f/a", "https://vale.example.org/b#x", "https://other.example/c");
    }
}
