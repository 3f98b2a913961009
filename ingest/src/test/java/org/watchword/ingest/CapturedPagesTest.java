package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.Capture;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TagExtractor;
import org.watchword.ingest.testing.TestingRun;
import org.watchword.ingest.testing.TestingSite;
import org.watchword.model.ArchiveRef;
import org.watchword.model.Document;

/** What the archive has of pages that were fetched, once and again. */
class CapturedPagesTest {

    private final Path data;
    private final InMemoryPublisher publisher = new InMemoryPublisher();
    private final TestingSite site = new TestingSite();

    CapturedPagesTest(@TempDir Path data) {
        this.data = data;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Map<String, Long> run(Source... sources) throws IOException {
        return new TestingRun(data, new TagExtractor(), publisher).run(sources);
    }

    private Source list() {
        return new Source.LinkList(FetchRoleTest.VALE, List.of(site.url("/list")), "li", FetchRoleTest.LOCAL);
    }

    private List<Capture> captures(String path) throws IOException {
        return new ArchiveFolder(data.resolve("archive")).find(site.url(path));
    }

    @Test
    void anAnswerThatNothingChangedIsKeptAndLeadsToWhatWasThere() throws Exception {
        site.list("/a").on("/a", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            TestingSite.send(exchange, 200, "text/html", "<article>Once.</article>".getBytes(StandardCharsets.UTF_8));
        });
        run(list());
        run(list());

        List<Capture> captures = captures("/a");
        assertThat(captures).extracting(Capture::status).containsExactly(200, 304);
        assertThat(new ArchiveFolder(data.resolve("archive"))
                        .read(captures.get(1).file(), captures.get(1).offset())
                        .payload())
                .as("what was still there")
                .asString()
                .isEqualTo("<article>Once.</article>");
    }

    @Test
    void theSameBytesSeenAgainAreARevisitAndChangedOnesWithTheSameTextAreNotKept() throws Exception {
        site.list("/a").html("/a", "<nav>1</nav><article>One.</article>");
        run(list());
        run(list());
        site.html("/a", "<nav>2</nav><article>One.</article>");
        run(list());

        assertThat(captures("/a")).extracting(Capture::isRevisit).containsExactly(false, true);
    }

    @Test
    void aPageWhoseLengthNobodySaidCanBeReadBack() throws Exception {
        site.list("/a").on("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<article>In chunks.</article>".getBytes(StandardCharsets.UTF_8));
        });

        run(list());

        ArchiveRef ref = Objects.requireNonNull(publisher.documents.get(0).archive());
        assertThat(new ArchiveFolder(data.resolve("archive")).read(ref).payload())
                .asString()
                .isEqualTo("<article>In chunks.</article>");
    }

    @Test
    void howAPageWasFoundIsKeptWithIt() throws Exception {
        String feed = "<rss version=\"2.0\"><channel><title>t</title><link>/</link><description>d</description>"
                + "<item><title>Listed so</title><link>" + site.url("/short")
                + "</link><pubDate>Tue, 06 May 2031 12:00:00 GMT</pubDate></item></channel></rss>";
        site.bytes("/feed", "application/rss+xml", feed.getBytes(StandardCharsets.UTF_8))
                .redirect("/short", "/a")
                .html("/a", "<article>Words.</article>");

        run(new Source.Feed(FetchRoleTest.VALE, List.of(site.url("/feed")), FetchRoleTest.LOCAL));

        ArchiveFolder archive = new ArchiveFolder(data.resolve("archive"));
        String all = new String(
                new GZIPInputStream(Files.newInputStream(archive.files().get(0))).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(all)
                .contains("source: vale\r\n")
                .contains("via: " + site.url("/short") + "\r\n")
                .contains("found-in: " + site.url("/feed") + "\r\n")
                .contains("listed-title: Listed so\r\n")
                .contains("listed-published-at: 2031-05-06T12:00:00Z\r\n");
    }

    @Test
    void aChangedHeadlineIsANewVersionToo() throws Exception {
        site.list("/a").html("/a", "<title>Minister warns</title><article>One.</article>");
        run(list());
        site.html("/a", "<title>Minister threatens</title><article>One.</article>");

        assertThat(run(list())).containsExactly(Map.entry("emitted", 2L));
        assertThat(publisher.documents)
                .extracting(Document::title)
                .containsExactly("Minister warns", "Minister threatens");
        assertThat(run(list())).containsEntry("unchanged:same-text", 1L);
    }
}
