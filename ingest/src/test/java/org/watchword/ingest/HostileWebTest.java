package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.archive.ArchiveCheck;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.Capture;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.RawServer;
import org.watchword.ingest.testing.TestingRun;

/** Hostile sites before the whole stage, over real sockets: each attempt is counted, and the stage goes on. */
@Timeout(120)
class HostileWebTest {

    private static final Crawl LOCAL = Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO);
    private static final String PROSE =
            "<p>The harbour council voted on Tuesday to reopen the ferry line between the old town"
                    + " and the eastern bank, with nine votes against four, after a debate of five hours.</p>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final RawServer server = new RawServer();
    private final InMemoryPublisher publisher = new InMemoryPublisher();

    @AfterEach
    void close() {
        server.close();
    }

    private Map<String, Long> run(Source... sources) throws Exception {
        return new TestingRun(data.resolve("data"), new HtmlExtractor(), publisher).run(sources);
    }

    private Source table(String id, Crawl crawl, List<String> urls) throws Exception {
        return new Source.Urls(Profile.of(id, "Vale"), Files.write(data.resolve(id + ".txt"), urls), crawl);
    }

    private static String page(String more) {
        return "<html><head><title>T</title></head><body><article>" + PROSE.repeat(3) + more
                + "</article></body></html>";
    }

    /** RFC 9112, 11.1; WARC 1.1, 4: lengths say where a record ends, not what its bytes look like. */
    @Test
    void whatLooksLikeARecordInAnAnswerIsNone() throws Exception {
        String fake =
                "\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
                        + "WARC-Date: 2031-05-06T12:00:00Z\r\nWARC-Target-URI: https://ministry.example/\r\nContent-Length: 5\r\n\r\nfaked\r\n\r\n";
        server.html("/body", page("one") + fake + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsplit")
                .html("/member", page("two") + "\u001f\u008b\b\0\0\0\0\0\0\u0003" + fake)
                .on("/header", split("X-A: b\nWARC/1.1\nWARC-Type: response", page("three")))
                .on("/return", split("X-A: b\rSet-Cookie: c=d\rWARC/1.1", page("four")))
                .on("/nul", split("X-A: b\0WARC/1.1", page("five")))
                .on("/end", split("X-A: b\r\n" + fake.strip(), page("six")));
        List<String> paths = List.of("/body", "/member", "/header", "/return", "/nul", "/end");

        Map<String, Long> out =
                run(table("t", LOCAL, paths.stream().map(server::url).toList()));

        assertThat(out.values().stream().mapToLong(n -> n).sum())
                .as("each ends once: %s", out)
                .isEqualTo(paths.size());
        ArchiveFolder archive = new ArchiveFolder(data.resolve("data/archive"));
        long responses = 0;
        for (Path file : archive.files()) {
            ArchiveCheck.Result check = new ArchiveCheck(archive).check(file);
            assertThat(check.problems()).isEmpty();
            responses += check.records().getOrDefault("response", 0L);
            for (Capture capture : archive.captures(file)) {
                assertThat(capture.url()).startsWith(server.url("/"));
            }
        }
        assertThat(responses).as("at most one record of each answer").isBetween(2L, (long) paths.size());
        for (String path : List.of("/body", "/member")) {
            Capture capture = archive.find(server.url(path)).get(0);
            String body = path.equals("/body")
                    ? page("one") + fake + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsplit"
                    : page("two") + "\u001f\u008b\b\0\0\0\0\0\0\u0003" + fake;
            assertThat(archive.read(capture.file(), capture.offset()).payload()).isEqualTo(RawServer.latin(body));
        }
    }

    private static String split(String headers, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private String laughs(String root, String rest) {
        StringBuilder dtd = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE " + root + " [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd + "]>" + rest.replace("@", "&l9;");
    }

    private String outside(String root, String rest) {
        return "<?xml version=\"1.0\"?><!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"" + server.url("/secret") + "\">]>"
                + rest.replace("@", "&x;");
    }

    private String dtd(String root, String rest) {
        return "<?xml version=\"1.0\"?><!DOCTYPE " + root + " SYSTEM \"" + server.url("/evil.dtd") + "\">"
                + rest.replace("@", "words");
    }

    /** What the parsers of feeds and sitemaps are told to leave alone, and a parser that is told nothing does not. */
    @Test
    void entitiesExpandNothingAndFetchNothing() throws Exception {
        String rss = "<rss version=\"2.0\"><channel><title>@</title><link>/</link><description>d</description>"
                + "<item><title>a</title><link>" + server.url("/a") + "</link></item></channel></rss>";
        String map = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" + server.url("/a")
                + "</loc><lastmod>@</lastmod></url></urlset>";
        xml("/f1", laughs("rss", rss));
        xml("/f2", outside("rss", rss));
        xml("/f3", dtd("rss", rss));
        xml("/m1", laughs("urlset", map));
        xml("/m2", outside("urlset", map));
        xml("/m3", dtd("urlset", map));
        server.html("/a", page("linked")).html("/b", page("good"));
        Source[] sources = {
            feed("/f1"),
            feed("/f2"),
            feed("/f3"),
            sitemap("/m1"),
            sitemap("/m2"),
            sitemap("/m3"),
            table("good", LOCAL, List.of(server.url("/b")))
        };

        Map<String, Long> out = run(sources);

        assertThat(server.requests).noneMatch(r -> r.contains("/secret") || r.contains("/evil.dtd"));
        assertThat(out.getOrDefault("refused:not-a-feed", 0L)).as("%s", out).isGreaterThanOrEqualTo(2);
        assertThat(out.getOrDefault("refused:not-a-sitemap", 0L)).as("%s", out).isGreaterThanOrEqualTo(2);
        assertThat(publisher.documents).anyMatch(d -> d.url().endsWith("/b"));
        assertThat(publisher.documents).allMatch(d -> d.text().length() < 2_000);

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(outside("rss", rss).getBytes(StandardCharsets.UTF_8)));
        assertThat(server.requests).as("without the guard it is fetched").anyMatch(r -> r.contains("/secret"));
    }

    private void xml(String path, String xml) {
        server.on("/secret", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        server.on(
                path,
                "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: " + xml.length() + "\r\n\r\n"
                        + xml);
    }

    private Source feed(String path) {
        return new Source.Feed(Profile.of(path.substring(1), "F"), List.of(server.url(path)), LOCAL);
    }

    private Source sitemap(String path) {
        return new Source.Sitemap(Profile.of(path.substring(1), "S"), List.of(server.url(path)), LOCAL);
    }

    @Test
    void pagesOfAnyDepthAreCounted() throws Exception {
        server.html("/ten", "<div>".repeat(10_000) + PROSE.repeat(3))
                .html("/hundred", "<div>".repeat(100_000) + PROSE.repeat(3))
                .html("/spans", "<span><b><i>".repeat(30_000) + PROSE.repeat(3))
                .html("/good", page("good"));

        Map<String, Long> out = run(table(
                "deep",
                LOCAL,
                List.of(server.url("/ten"), server.url("/hundred"), server.url("/spans"), server.url("/good"))));

        assertThat(out.values().stream().mapToLong(n -> n).sum()).as("%s", out).isEqualTo(4);
        assertThat(out).doesNotContainKey("dead-lettered:extract-failed");
        assertThat(publisher.documents).anyMatch(d -> d.url().endsWith("/good"));
    }

    /** All of them spell this machine, and a source that has no leave for it does not get here by any; one that has does. */
    @Test
    void spellingsOfPrivateAddressesAreRefusedAndCounted() throws Exception {
        int port = server.port();
        List<String> spellings = List.of(
                "http://127.0.0.1:" + port + "/dotted",
                "http://user:secret@127.0.0.1:" + port + "/user",
                "http://news.example@127.0.0.1:" + port + "/at",
                "http:\\\\127.0.0.1:" + port + "\\backslash",
                "http://127\u30020\u30020\u30021:" + port + "/full-stops",
                "http://\uff11\uff12\uff17.0.0.1:" + port + "/wide-digits",
                "http://2130706433:" + port + "/decimal",
                "http://0x7f000001:" + port + "/hex",
                "http://0177.0.0.01:" + port + "/octal",
                "http://127.1:" + port + "/short",
                "http://127.0.0.1.:" + port + "/dot",
                "http://[::1]:" + port + "/six",
                "http://[::ffff:127.0.0.1]:" + port + "/mapped",
                "http://[::ffff:7f00:1]:" + port + "/mapped-hex",
                "http://localhost:" + port + "/name");
        List<String> none = List.of(
                "http://127.0.0.1:" + port + "/" + "x".repeat(5_000),
                "http://127.0.0.1\0.example:" + port + "/nul",
                "http://[::1:" + port + "/bracket",
                "http://127.0.0.1:999999/port",
                "gopher://127.0.0.1:" + port + "/scheme");
        server.html("/robots.txt", "");
        List<String> all = new java.util.ArrayList<>(spellings);
        all.addAll(none);

        Map<String, Long> out = run(table("stranger", Crawl.DEFAULT.withDelay(Duration.ZERO), all));

        assertThat(server.requests).isEmpty();
        assertThat(out).containsOnlyKeys("refused:private-address", "refused:bad-url");
        assertThat(out.values().stream().mapToLong(n -> n).sum()).as("%s", out).isEqualTo(all.size());

        run(table("friend", LOCAL, all));
        assertThat(server.requests)
                .as("with leave, the same spellings lead here")
                .anyMatch(r -> r.startsWith("GET /decimal "))
                .anyMatch(r -> r.startsWith("GET /octal "))
                .anyMatch(r -> r.startsWith("GET /full-stops "))
                .anyMatch(r -> r.startsWith("GET /backslash "));
        assertThat(server.requests).noneMatch(r -> r.contains("secret") || r.contains("Authorization"));
    }
}
