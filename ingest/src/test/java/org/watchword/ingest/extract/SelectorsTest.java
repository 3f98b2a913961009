package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.ingest.page.PageSelectors.Field;

class SelectorsTest {

    private static final String PROSE =
            "The council voted on Tuesday to reopen the ferry between the old town and the eastern bank, with nine votes to four. ";

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Wrong</title><meta property="og:title" content="Wrong">
            <meta name="author" content="Web Team"><meta property="article:published_time" content="2026-05-09T10:00:00Z"></head>
            <body><h1>Wrong</h1><h2 class="real">Ferry to sail again</h2>
            <p class="who">By <span class="name">Ruta Helm</span> and <span class="name">Milo Tern</span></p>
            <p class="when">3 May 2026</p><p class="where">the harvest fair in Velmark</p>
            <p class="says">President Dana Orlow</p>
            <div class="a"><p>%1$s</p><div class="box"><p>Box: %1$s</p></div></div><div class="b"><p>Second part. %1$s</p></div>
            <div class="c"><p>Elsewhere. %1$s</p><p>Elsewhere. %1$s</p><p>Elsewhere. %1$s</p></div>
            </body></html>
            """.formatted(PROSE);

    private static Extraction.Article read(Map<Field, String> selectors) {
        return (Extraction.Article) new HtmlExtractor()
                .with(new PageSelectors(selectors))
                .extract(new Page(PAGE.getBytes(StandardCharsets.UTF_8), null, "https://news.example.org/1"));
    }

    @Test
    void standInPlaceOfWhatWouldBeFound() {
        Extraction.Article got = read(Map.of(
                Field.TITLE, "h2.real",
                Field.BYLINE, ".who .name",
                Field.PUBLISHED, ".when",
                Field.BODY, "div.a, div.b",
                Field.REMOVE, ".box",
                Field.EVENT, ".where",
                Field.SPEAKER, ".says"));

        assertThat(got.title()).isEqualTo("Ferry to sail again");
        assertThat(got.byline()).isEqualTo("Ruta Helm, Milo Tern");
        assertThat(got.publishedAt()).isEqualTo(Instant.parse("2026-05-03T00:00:00Z"));
        assertThat(got.text()).isEqualTo(PROSE.strip() + "\n\nSecond part. " + PROSE.strip());
        assertThat(got.event()).isEqualTo("the harvest fair in Velmark");
        assertThat(got.speaker()).isEqualTo("Dana Orlow");
        assertThat(got.speakerOffice()).isEqualTo("President");
    }

    @Test
    void leaveThePageAsItIsWhereTheyFindNothing() {
        Extraction.Article plain = read(Map.of());
        Extraction.Article got = read(Map.of(
                Field.TITLE, ".nowhere",
                Field.BYLINE, ".nowhere",
                Field.PUBLISHED, ".says",
                Field.BODY, ".nowhere",
                Field.REMOVE, ".nowhere"));

        assertThat(got).isEqualTo(plain);
        assertThat(got.title()).isEqualTo("Wrong");
    }

    @Test
    void removeTakesOutOfTheTextOnly() {
        assertThat(read(Map.of(Field.REMOVE, ".c")).text())
                .doesNotContain("Elsewhere")
                .contains("Second part.");
        assertThat(read(Map.of(Field.REMOVE, ".when", Field.PUBLISHED, ".when")).publishedAt())
                .isEqualTo(Instant.parse("2026-05-03T00:00:00Z"));
    }
}
