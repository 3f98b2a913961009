package org.watchword.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Case by case through RFC 9309; the numbers are its sections. */
class RobotsTxtTest {

    private static final String SITE = "https://outlet.example";

    private static RobotsTxt parsed(String file) {
        return RobotsTxt.parse(file.getBytes(StandardCharsets.UTF_8), "Watchword");
    }

    private static boolean allows(String file, String path) {
        return parsed(file).refusing(SITE + path).isEmpty();
    }

    /** 2.1: every line end, comments anywhere, blanks around the colon, fields in any case. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-agent: watchword\nDisallow: /in\n",
                "user-AGENT:watchword\r\ndisallow:/in",
                "User-agent: watchword\rDisallow: /in\r",
                "\uFEFFUser-agent: watchword\nDisallow: /in\n",
                "# us\n\nUser-agent : WATCHWORD # by name\n\n \t Disallow\t:\t/in # not this\n",
                "User-agent: Watchword/2.0\nDisallow: /in",
                "User-agent watchword\nDisallow /in",
                "useragent: watchword\ndisalow: /in"
            })
    void isReadHoweverItIsWritten(String file) {
        assertThat(allows(file, "/in")).isFalse();
        assertThat(allows(file, "/out")).isTrue();
    }

    /** 2.2.1: the token must be ours whole. */
    @ParameterizedTest
    @ValueSource(strings = {"watch", "watchwords", "x-watchword", "watchword-news", "news watchword"})
    void anotherCrawlersNameIsNotOurs(String name) {
        assertThat(allows("User-agent: " + name + "\nDisallow: /\n", "/a")).isTrue();
    }

    /** 2.2.1: groups that name us count as one, wherever they stand. */
    @Test
    void groupsOfOneNameAreOne() {
        String file = """
                User-agent: watchword
                Disallow: /a

                User-agent: *
                Disallow: /c

                User-agent: other
                User-agent: watchword
                Disallow: /b
                """;
        assertThat(allows(file, "/a")).isFalse();
        assertThat(allows(file, "/b")).isFalse();
        assertThat(allows(file, "/c")).as("the others' rules are not ours").isTrue();
    }

    @Test
    void theStarsGroupsAreForThoseNobodyNames() {
        String file = "User-agent: *\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: *\nDisallow: /c\n";
        assertThat(allows(file, "/a")).isFalse();
        assertThat(allows(file, "/b")).isTrue();
        assertThat(allows(file, "/c")).isFalse();
    }

    /** 2.2.1: without a group for us or for all, no rules apply; nor do rules before any group. */
    @Test
    void rulesOfNobodyApplyToNobody() {
        assertThat(allows("Disallow: /\n", "/a")).isTrue();
        assertThat(allows("User-agent: other\nDisallow: /\n", "/a")).isTrue();
        assertThat(allows("", "/a")).isTrue();
        assertThat(allows("<html><body>Disallow: /</body></html>", "/a")).isTrue();
    }

    @Test
    void anEmptyRuleSaysNothing() {
        assertThat(allows("User-agent: watchword\nDisallow:\nUser-agent: *\nDisallow: /\n", "/a"))
                .isTrue();
    }

    /** 2.2.2: most octets win, {@code Allow} where they are as many; the order in the file does not matter. */
    @ParameterizedTest
    @CsvSource({
        "/page/one, false",
        "/page/two, true",
        "/page/two/three, false",
        "/even, true",
        "/elsewhere, true",
    })
    void theMostSpecificRuleDecides(String path, boolean allowed) {
        String file = """
                User-agent: *
                Disallow: /page/two/three
                Allow: /page/two
                Disallow: /page
                Disallow: /even
                Allow: /even
                """;
        assertThat(allows(file, path)).isEqualTo(allowed);
    }

    /** 2.2.2: paths are compared octet by octet, case and all. */
    @Test
    void caseMattersInPaths() {
        assertThat(allows("User-agent: *\nDisallow: /News\n", "/news")).isTrue();
        assertThat(allows("User-agent: *\nDisallow: /News\n", "/News/a")).isFalse();
    }

    /** 2.2.2: percent-encoding. First the rule's path, then the address's. */
    @ParameterizedTest
    @CsvSource({
        "/foo/bar?baz=quz, /foo/bar?baz=quz",
        "/foo/bar?baz=https://foo.bar, /foo/bar?baz=https%3A%2F%2Ffoo.bar",
        "/foo/bar?baz=https%3A%2F%2Ffoo.bar, /foo/bar?baz=https://foo.bar",
        "/foo/bar/\u30C4, /foo/bar/%E3%83%84",
        "/foo/bar/%E3%83%84, /foo/bar/%E3%83%84",
        "/foo/bar/%e3%83%84, /foo/bar/%E3%83%84",
        "/foo/bar/%E3%83%84, /foo/bar/%e3%83%84",
        "/%7Eeditor/a%2Db, /~editor/a-b",
        "/~editor/a-b, /%7eeditor/a%2db",
        "/a b, /a%20b",
        "/a%20b, /a%20b",
        "/100%, /100%",
    })
    void oneSpellingIsComparedWithAnother(String rule, String address) {
        assertThat(allows("User-agent: *\nDisallow: " + rule, address)).isFalse();
        assertThat(allows("User-agent: *\nDisallow: /\nAllow: " + rule, address))
                .isTrue();
    }

    /** Letters that are encoded: the RFC decodes them, Google's parser does not. A doubt is no permission. */
    @Test
    void encodedLettersForbidInEitherReadingAndPermitInBoth() {
        assertThat(allows("User-agent: *\nDisallow: /%62%61%7A", "/baz")).isFalse();
        assertThat(allows("User-agent: *\nDisallow: /baz", "/%62%61%7A")).isFalse();
        assertThat(allows("User-agent: *\nDisallow: /\nAllow: /%62%61%7A", "/%62%61%7A"))
                .isTrue();
        assertThat(allows("User-agent: *\nDisallow: /\nAllow: /%62%61%7A", "/baz"))
                .isFalse();
    }

    /** 2.2.2: a reserved octet that is encoded is another octet. */
    @Test
    void anEncodedSlashIsNoSlash() {
        assertThat(allows("User-agent: *\nDisallow: /a/b", "/a%2Fb")).isTrue();
        assertThat(allows("User-agent: *\nDisallow: /a%2Fb", "/a/b")).isTrue();
        assertThat(allows("User-agent: *\nDisallow: /a%2fb", "/a%2Fb")).isFalse();
    }

    /** 2.2.3: the two special characters, and how to mean them literally. */
    @ParameterizedTest
    @CsvSource({
        "/*.gif$, /pictures/a.gif, true",
        "/*.gif$, /pictures/a.gif?big, false",
        "/*.gif$, /pictures/a.gifs, false",
        "/*.gif, /pictures/a.gifs, true",
        "/$, /, true",
        "/$, /a, false",
        "/a*, /a, true",
        "/a*$, /abc, true",
        "/*a*b*c, /xaxxbxxc/more, true",
        "/*a*b*c, /xaxxcxxb, false",
        "/*aab$, /aaaab, true",
        "/ab*ab$, /ab, false",
        "**/a, /x/a, true",
        "/a$b, /a$b, true",
        "/a$b, /a, false",
        "/path/file-with-a-%2A.html, /path/file-with-a-*.html, true",
        "/path/file-with-a-%2A.html, /path/file-with-a-b.html, false",
        "/path/foo-%24, /path/foo-$, true",
        "/path/foo-%24, /path/foo-, false",
        "a, /a, false",
    })
    void specialCharacters(String rule, String address, boolean covered) {
        assertThat(allows("User-agent: *\nDisallow: " + rule, address)).isEqualTo(!covered);
        assertThat(allows("User-agent: *\nDisallow: /\nAllow: " + rule, address))
                .isEqualTo(covered);
    }

    /** 2.2.2: implicitly allowed. */
    @Test
    void theFileItselfMayBeRead() {
        assertThat(allows("User-agent: *\nDisallow: /\n", "/robots.txt")).isTrue();
    }

    /** 2.2.4: what the RFC does not define ends no group. */
    @Test
    void otherRecordsAreNoEndOfAGroup() {
        String file = """
                User-agent: watchword
                Sitemap: https://outlet.example/map.xml
                Crawl-delay: 7
                Clean-param: ref
                User-agent: other
                Disallow: /a
                """;
        assertThat(allows(file, "/a")).isFalse();
        assertThat(parsed(file).crawlDelay()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5000",
        "2.5, 2500",
        "0.5, 500",
        ".5, 500",
        "10s, 10000",
        "'3, 4', 3000",
        "soon, 0",
        "-1, 0",
        "1.2.3, 0"
    })
    void crawlDelayIsSeconds(String written, long millis) {
        assertThat(parsed("User-agent: *\nCrawl-delay: " + written).crawlDelay())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void anotherGroupsDelayIsNotOurs() {
        String file =
                "User-agent: other\nCrawl-delay: 9\nUser-agent: watchword\nCrawl-delay: 1\nUser-agent: *\nCrawl-delay: 30";
        assertThat(parsed(file).crawlDelay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void utf16IsReadByItsMark() {
        String text = "\uFEFFUser-agent: *\nDisallow: /\u30C4\n";
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            RobotsTxt file = RobotsTxt.parse(text.getBytes(charset), "watchword");
            assertThat(file.refusing(SITE + "/%E3%83%84")).as(charset.name()).isPresent();
            assertThat(file.refusing(SITE + "/a")).as(charset.name()).isEmpty();
        }
    }

    /** A file in an old encoding: its octets are what a link on its site has. */
    @Test
    void octetsThatAreNotUtf8AreTakenAsTheyAre() {
        byte[] file = "User-agent: *\nDisallow: /caf\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(RobotsTxt.parse(file, "watchword").refusing(SITE + "/caf%E9"))
                .isPresent();
    }

    @Test
    void aRefusalNamesItsRule() {
        assertThat(parsed("User-agent: *\n\nDisallow: /\u30C4*  # closed\n").refusing(SITE + "/%E3%83%84/a"))
                .hasToString("Optional[Disallow: /\u30C4* (line 3)]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, /",
        "https://a.example?x=/y, /?x=/y",
        "https://a.example/b#c, /b",
        "https://a.example#/b, /",
        "https://a.example/b?c=https://d.example/e, /b?c=https://d.example/e",
        "https://a.example;v=1, /;v=1",
    })
    void pathAndQueryAreCompared(String url, String path) {
        assertThat(PathPattern.pathOf(url)).isEqualTo(path);
    }

    @Test
    void aFileMadeToBeSlowIsNot() {
        StringBuilder file = new StringBuilder("User-agent: *\n");
        while (file.length() < 500_000) {
            file.append("Disallow: /").append("*a".repeat(8000)).append("b\n");
        }
        RobotsTxt rules = parsed(file.toString());
        long start = System.nanoTime();
        assertThat(rules.refusing(SITE + "/" + "a".repeat(4000))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "Watchword, true",
        "Watch-word_X, true",
        "'', false",
        "Watchword/1, false",
        "' Watchword', false",
        "W\u30C4, false"
    })
    void aProductTokenIsLettersAndTwoMarks(String name, boolean valid) {
        assertThat(ProductToken.isValid(name)).isEqualTo(valid);
    }
}
