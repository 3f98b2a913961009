package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;

class HostileInputTest {

    /** Generous, for a machine that builds other things at the same time: what is quadratic takes far longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All that was ever asked for, given back or not. */
    private static final long MOST_BYTES = 4L << 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String PROSE =
            "<p>The harbour council voted on Tuesday to reopen the ferry line between the old town and the eastern bank, with nine votes"
                    + " against four, after a debate of five hours.</p>";

    private final HtmlExtractor extractor = new HtmlExtractor();

    private static final Map<String, Supplier<String>> PAGES = pages();

    private static Map<String, Supplier<String>> pages() {
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put("ten thousand nested divs", () -> "<div>".repeat(10_000) + PROSE);
        pages.put("ten thousand nested inline elements", () -> "<span><b>".repeat(10_000) + PROSE);
        pages.put("ten thousand nested tables", () -> "<table><tr><td>".repeat(10_000) + PROSE);
        pages.put("ten thousand nested links", () -> "<a href=x><div>".repeat(10_000) + PROSE);
        pages.put("nothing closed", () -> "<article><p>a<ul><li>b<blockquote><h2>".repeat(3_000) + PROSE);
        pages.put("only closing tags", () -> "</div></p></b></table>".repeat(20_000) + PROSE);
        pages.put("a hundred thousand attributes", () -> "<p " + attributes(100_000) + ">" + PROSE);
        pages.put("an attribute of ten megabytes", () -> "<p class=\"" + "x ".repeat(5_000_000) + "\">" + PROSE);
        pages.put("a style of ten megabytes", () -> "<style>" + "p{}".repeat(3_000_000) + "</style>" + PROSE);
        pages.put("NUL bytes", () -> ("\0<p>\0a\0b" + PROSE).repeat(2_000));
        pages.put("a comment that never ends", () -> PROSE + "<!-- " + "x".repeat(1_000_000));
        pages.put("a script that never ends", () -> PROSE + "<script>" + "<p>".repeat(100_000));
        pages.put("a tag that never ends", () -> PROSE + "<p class='" + "y".repeat(1_000_000));
        pages.put(
                "deep JSON-LD",
                () -> "<script type='application/ld+json'>" + "[".repeat(200_000) + "</script>" + PROSE);
        pages.put(
                "broken JSON-LD",
                () -> "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>" + PROSE);
        pages.put(
                "JSON-LD of wrong kinds",
                () ->
                        "<script type='application/ld+json'>{\"@type\":[1,{}],\"headline\":{},\"author\":[[1],null,{\"name\":[2]}],\"datePublished\":7,\"articleBody\":[]}</script>"
                                + PROSE);
        pages.put("numeric references to surrogates", () -> "<p>&#xD800;&#xDFFF;&#x110000;&#0;" + PROSE);
        pages.put("one line of a megabyte", () -> "<p>" + "word ".repeat(200_000));
        pages.put("one word of a megabyte", () -> "<p>" + "w".repeat(1_000_000));
        pages.put("a heading of a megabyte", () -> "<h1>" + "By Some Name, ".repeat(70_000) + "</h1>" + PROSE);
        pages.put(
                "many short blocks",
                () -> "<div><time>1 May 2020</time><a href=x>More from here</a></div>".repeat(40_000) + PROSE);
        pages.put("dates without end", () -> "<div class=date>" + "1/1/1 ".repeat(100_000) + "</div>" + PROSE);
        pages.put(
                "addresses that are none",
                () ->
                        "<link rel=canonical href='http://[::1'><base href='%%%'><meta property=og:url content='ht!tp://'>"
                                + PROSE);
        // Made small by a string, squares of their number: at a hundred thousand, 11 GiB for the first.
        pages.put(
                "classes of dotted capitals", () -> "<div class='" + "\u0130".repeat(100_000) + "'><a href=x>" + PROSE);
        pages.put("text of dotted capitals", () -> "<h1>" + "\u0130".repeat(400_000) + "</h1><p>" + PROSE);
        pages.put("text of capital sigmas", () -> "<p>" + "\u03a3".repeat(400_000) + "</p>" + PROSE);
        pages.put("a frameset", () -> "<frameset><frame src=a><frame src=b></frameset>");
        pages.put("nothing", () -> "");
        return pages;
    }

    private static String attributes(int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append('a').append(i).append("=1 ");
        }
        return out.toString();
    }

    static Stream<String> names() {
        return PAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAnsweredInTimeAndMemory(String name) {
        byte[] body = PAGES.getOrDefault(name, () -> "").get().getBytes(StandardCharsets.UTF_8);
        var allocated = new AtomicLong();
        Extraction got = Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Extraction answer = extract(body);
            allocated.set(THREADS.getCurrentThreadAllocatedBytes() - before);
            return answer;
        });
        assertThat(allocated.get()).as("bytes asked for").isLessThan(MOST_BYTES);
        if (got instanceof Extraction.Refused refused) {
            assertThat(refused.code()).isIn("no-article", "too-complex");
        } else {
            assertThat(((Extraction.Article) got).text()).isNotBlank();
        }
    }

    @Test
    void textBehindDeepNestingIsStillRead() {
        Extraction got = extract(("<div>".repeat(10_000) + PROSE).getBytes(StandardCharsets.UTF_8));
        assertThat(got).isInstanceOf(Extraction.Article.class);
        assertThat(((Extraction.Article) got).text()).startsWith("The harbour council voted");
    }

    @Test
    void pageOfFiftyMegabytesIsRefused() {
        byte[] body = new byte[50 * 1024 * 1024];
        Arrays.fill(body, (byte) 'a');
        assertThat(extract(body))
                .isEqualTo(new Extraction.Refused("too-large", "page of 52428800 bytes, at most 33554432 are read"));
    }

    @Test
    void pageOfAMillionTagsIsRefused() {
        Extraction got = extract("<b>".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(got).isInstanceOfSatisfying(Extraction.Refused.class, r -> assertThat(r.code())
                .isEqualTo("too-complex"));
    }

    @Test
    void otherMediaAreRefused() {
        byte[] pdf = "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII);
        assertThat(code(extractor.extract(new Page(pdf, null, "")))).isEqualTo("not-html");
        assertThat(code(extractor.extract(new Page(PROSE.getBytes(StandardCharsets.UTF_8), "image/png", ""))))
                .isEqualTo("not-html");
        byte[] feed = "<?xml version='1.0'?><rss version='2.0'><channel/></rss>".getBytes(StandardCharsets.US_ASCII);
        assertThat(code(extractor.extract(new Page(feed, "text/xml", "")))).isEqualTo("not-html");
    }

    @Test
    void randomMarkupNeverBreaksTheReader() {
        String[] parts = {
            "<p>",
            "</p>",
            "<div class='article-body'>",
            "</div>",
            "<a href='/x'>",
            "</a>",
            "<table>",
            "<td>",
            "<li>",
            "<ul>",
            "<h1>",
            "<br>",
            "<!--",
            "-->",
            "<article>",
            "</article>",
            "\0",
            "\uD83D",
            "\uDE00",
            "&#x",
            ";",
            "<time datetime='2020-02-30'>",
            "<script type=application/ld+json>",
            "{\"@type\":\"Article\",\"headline\":",
            "</script>",
            "İstanbul’da bir gün. ",
            "The words of a day. ",
            "<blockquote class=twitter-tweet>",
            "</",
            "<",
            ">",
            "\"",
            "'",
            "2020/13/45 ",
            "By Ann Lee ",
            "<template>",
            "<svg>",
            "<math>",
            "<form>"
        };
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var page = new StringBuilder();
            for (int i = random.nextInt(200); i >= 0; i--) {
                page.append(parts[random.nextInt(parts.length)]);
            }
            Extraction got = extract(page.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(code(got)).as("seed %d", seed).isIn("", "no-article");
        }
    }

    @Test
    void randomBytesNeverBreakTheReader() {
        for (long seed = 0; seed < 100; seed++) {
            byte[] body = new byte[4_000];
            new Random(seed).nextBytes(body);
            assertThat(code(extract(body))).as("seed %d", seed).isNotEqualTo("unreadable");
        }
    }

    private Extraction extract(byte[] body) {
        return extractor.extract(new Page(body, "text/html", "https://news.example.org/a"));
    }

    private static String code(Extraction extraction) {
        return extraction instanceof Extraction.Refused refused ? refused.code() : "";
    }
}
