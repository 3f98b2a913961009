package org.watchword.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.model.ConfigException;

class SourceCatalogTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private SourceCatalog load(String yaml) throws IOException {
        Files.writeString(folder.resolve("s.yaml"), yaml);
        return SourceCatalog.load(folder);
    }

    @Test
    @Timeout(10)
    void aVeryLongAddressIsRefusedAtOnce() {
        assertThatThrownBy(() -> load("sources:\n  - {id: f, outlet: F, kind: feed, url: \"https://"
                        + "a".repeat(200_000) + " b\"}\n"))
                .hasMessageContaining("not an http or https address");
    }

    @Test
    void everyKindAndKeyIsRead() throws Exception {
        SourceCatalog catalog = load("""
                sources:
                  - id: vale-list
                    outlet: The Vale Courier
                    kind: list
                    url: https://vale.example.org/news
                    selector: "ul.news > li"
                    include: ["/news/**", "regex:[0-9]{4}"]
                    exclude: "/news/live/*"
                    delay: 500ms
                    revisit: 10m
                    pageRevisit: PT6H
                    pageRevisitMin: 2h
                    pageRevisitMax: 9d
                    maxPages: 20
                    allowLoopback: true
                    language: en
                    country: Vale
                    note: free text
                  - {id: f, outlet: F, kind: feed, urls: [https://a.example/f, https://b.example/f], enabled: false}
                  - {id: m, outlet: M, kind: sitemap, url: https://a.example/sitemap.xml}
                  - {id: hall, outlet: Hall, kind: files, path: ../speeches.jsonl, speech: true, speaker: O. Oran, speakerOffice: Speaker}
                  - {id: w, outlet: W, kind: warc, path: /data/warc}
                """);

        assertThat(catalog.all()).extracting(Source::id).containsExactly("vale-list", "f", "m", "hall", "w");
        assertThat(catalog.enabled()).hasSize(4);
        Source.LinkList list = (Source.LinkList) catalog.find("vale-list").orElseThrow();
        assertThat(list.selector()).isEqualTo("ul.news > li");
        assertThat(list.profile().revisit()).isEqualTo(new Revisit(Duration.ofMinutes(10), null, null));
        assertThat(list.profile().language()).isEqualTo("en");
        assertThat(list.crawl().delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(list.crawl().pageRevisit())
                .isEqualTo(new Revisit(Duration.ofHours(6), Duration.ofHours(2), Duration.ofDays(9)));
        assertThat(list.crawl().maxPages()).isEqualTo(20);
        assertThat(list.crawl().allowLoopback()).isTrue();
        assertThat(list.crawl().takes("https://vale.example.org/news/a/b")).isTrue();
        assertThat(list.crawl().takes("https://vale.example.org/news/live/b")).isFalse();
        assertThat(list.crawl().takes("https://vale.example.org/sport")).isFalse();
        Source.Files files = (Source.Files) catalog.find("hall").orElseThrow();
        assertThat(files.path()).isEqualTo(folder.resolve("../speeches.jsonl").normalize());
        assertThat(files.profile().speaker()).isEqualTo("O. Oran");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: a, outlet: A, kind: feed, url: https://x.example/, slector: p}  | 2:61: unknown key 'slector'
            {id: a, outlet: A, kind: list, url: https://x.example/, selektor: p} | did you mean 'selector'
            {id: a, outlet: A, kind: fed, url: https://x.example/}               | 2:30: no such kind: 'fed'
            {id: a, outlet: A, kind: list, url: https://x.example/, selector: 'p['} | not a CSS selector
            {id: a, outlet: A, kind: feed}                                       | needs 'url'
            {id: a, outlet: A, kind: feed, url: 'file:///etc/passwd'}            | not an http or https address
            {id: A B, outlet: A, kind: feed, url: https://x.example/}            | 2:10: an id has
            {id: a, kind: feed, url: https://x.example/}                         | 'outlet' is missing
            {id: a, id: b}                                                       | given twice
            {id: a, outlet: A, kind: feed, url: https://x.example/, delay: soon} | 500ms, 2s
            {id: a, outlet: A, kind: feed, url: https://x.example/, revisit: 1h, revisitMin: 2h} | 2:70: must not be shorter than revisitMin
            {id: a, outlet: A, kind: feed, url: https://x.example/, pageRevisit: 3h, pageRevisitMax: 2h} | 2:94: must not be shorter than pageRevisit
            {id: a, outlet: A, kind: feed, url: https://x.example/, enabled: maybe} | true or false
            {id: a, outlet: A, kind: feed, url: https://x.example/, include: 'regex:('} | not a regular expression
            {id: a, outlet: A, kind: feed, url: https://x.example/, archive: 'https://x.example/{mm}'} | no such placeholder: '{mm}'
            {id: a, outlet: A, kind: feed, url: https://x.example/, backfill: last year} | 2024-01-01..2024-12-31
            {id: a, outlet: A, kind: feed, url: https://x.example/, backfill: 2024-02-01..2024-01-01} | ends before it begins
            {id: a, outlet: A, kind: feed, url: https://x.example/, pages: 0}    | at least one page
            {id: a, outlet: A, kind: urls, url: https://x.example/, path: t.csv} | unknown key 'url'
            {id: a                                                               | not YAML
            """)
    void aMistakeNamesItsPlace(String entry, String problem) {
        assertThatThrownBy(() -> load("sources:\n  - " + entry + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s.yaml:")
                .hasMessageContaining(problem);
    }

    @Test
    void howFarListsAreFollowedIsRead() throws Exception {
        SourceCatalog catalog = load("""
                sources:
                  - {id: l, outlet: L, kind: list, url: https://a.example/n, selector: a, next: .older, pages: 5, maxAge: 30d,
                     archive: "https://a.example/{yyyy}/{MM}", backfill: 2024-01-01..2024-12-31}
                  - {id: s, outlet: S, kind: site, url: https://a.example/}
                  - {id: u, outlet: U, kind: urls, path: t.csv, include: "/news/**"}
                  - {id: w, outlet: W, kind: warc, path: w, exclude: "/sport/**"}
                """);

        Source.LinkList list = (Source.LinkList) catalog.find("l").orElseThrow();
        assertThat(list.walk())
                .isEqualTo(new Walk(
                        5,
                        ".older",
                        Duration.ofDays(30),
                        List.of("https://a.example/{yyyy}/{MM}"),
                        Walk.Range.of("2024-01-01..2024-12-31")));
        assertThat(((Source.Site) catalog.find("s").orElseThrow()).walk().maxAge())
                .isEqualTo(Duration.ofDays(7));
        Source.Urls urls = (Source.Urls) catalog.find("u").orElseThrow();
        assertThat(urls.path()).isEqualTo(folder.resolve("t.csv"));
        assertThat(urls.crawl().takes("https://a.example/sport")).isFalse();
        assertThat(((Source.Warc) catalog.find("w").orElseThrow()).crawl().takes("https://a.example/sport/a"))
                .isFalse();
    }

    @Test
    void selectorsOfItsPagesAreRead() throws Exception {
        SourceCatalog catalog = load("""
                sources:
                  - id: a
                    outlet: A
                    kind: warc
                    path: w
                    selectors: {title: h1.head, byline: .by a, published: time, modified: .upd, section: .sec,
                      body: "div.text, div.more", remove: aside, speaker: .who, office: .post, event: .at}
                  - {id: b, outlet: B, kind: files, path: f}
                """);

        assertThat(catalog.find("a").orElseThrow().profile().selectors().byField())
                .containsOnlyKeys(PageSelectors.Field.values())
                .containsEntry(PageSelectors.Field.BODY, "div.text, div.more");
        assertThat(catalog.find("b").orElseThrow().profile().selectors()).isEqualTo(PageSelectors.NONE);
    }

    @Test
    void aSelectorThatIsNoneIsAnErrorInItsPlace() {
        String head = "sources:\n  - id: a\n    outlet: A\n    kind: files\n    path: f\n    selectors:\n";
        assertThatThrownBy(() -> load(head + "      title: h1[\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s.yaml:7:14")
                .hasMessageContaining("'title' is not a CSS selector");
        assertThatThrownBy(() -> load(head + "      headline: h1\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s.yaml:7:7")
                .hasMessageContaining("headline");
        assertThatThrownBy(() -> load(head.strip() + " h1\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s.yaml:6");
    }

    @Test
    void filesThatEditorsLeaveAreReadAllTheSame() throws Exception {
        String entry = "  - {id: %s, outlet: A, kind: feed, url: 'https://x.example/%s'}\n";
        Files.writeString(folder.resolve("mark.yaml"), "\uFEFFsources:\n" + entry.formatted("mark", "m"));
        Files.writeString(
                folder.resolve("lines.yml"),
                "sources:\r\n" + entry.formatted("lines", "l").replace("\n", "\r\n"));
        Files.writeString(folder.resolve("LOUD.YAML"), "sources:\n" + entry.formatted("loud", "o"));
        Files.writeString(folder.resolve("empty.yaml"), "");
        Files.writeString(folder.resolve("remark.yaml"), "# nothing yet\n");
        Files.writeString(folder.resolve("none.yaml"), "sources: []\n");
        Files.writeString(folder.resolve("notes.txt"), "sources: no");
        Files.createDirectory(folder.resolve("folder.yaml"));
        Files.createSymbolicLink(folder.resolve(".#lock.yaml"), folder.resolve("gone"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);

        assertThat(SourceCatalog.load(folder).all())
                .extracting(Source::id)
                .containsExactlyInAnyOrder("mark", "lines", "loud");
    }

    @Test
    void aFileInAnotherEncodingIsNamedInWords() throws Exception {
        Files.write(
                folder.resolve("latin.yaml"),
                "# caf\u00e9\nsources: []\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SourceCatalog.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("latin.yaml")
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sources:                     | 1:9: a list expected
            sources: {id: a}             | 1:10: a list expected
            sources: [a, b]              | 1:11: keys and values expected
            - {id: a}                    | s.yaml
            source: []                   | sources
            """)
    void aFileThatIsNoListOfSourcesNamesItself(String yaml, String problem) {
        assertThatThrownBy(() -> load(yaml + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s.yaml")
                .hasMessageContaining(problem);
    }

    @Test
    void twoSourcesWithOneIdAreAnError() throws Exception {
        String entry = "sources:\n  - {id: a, outlet: A, kind: feed, url: https://x.example/}\n";
        Files.writeString(folder.resolve("r.yaml"), entry);
        assertThatThrownBy(() -> load(entry))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("s.yaml:2:6")
                .hasMessageContaining("r.yaml:2:6");
    }
}
