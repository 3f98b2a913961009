package org.watchword.desk.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.digest.Digest;
import org.watchword.desk.digest.DigestLanguage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Golden files; {@code -Dgolden.update=true} writes them anew, for the difference to be read. */
class DigestTextsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/watchword/desk/dispatch");

    /** Gmail cuts a longer message. */
    private static final int CUT_AT = 102_400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "morning.txt",
                "morning.html",
                "morning.md",
                "morning.json",
                "morning.atom",
                "quiet.txt",
                "quiet.html",
                "quiet.md",
                "morning.ar.html",
                "morning.ar.txt",
                "morning.de.txt",
                "morning.es.txt",
                "morning.fr.txt",
                "morning.hy.txt",
                "morning.ru.txt",
                "morning.tr.txt"
            })
    void aDigestReadsAsItDid(String name) throws IOException {
        String[] parts = name.split("\\.");
        Digest digest = name.startsWith("quiet")
                ? TestingDigests.quiet()
                : TestingDigests.morning(parts.length > 2 ? parts[1] : DigestLanguage.DEFAULT);
        String written =
                switch (parts[parts.length - 1]) {
                    case "txt" -> TextDigest.of(digest);
                    case "html" -> HtmlDigest.of(digest);
                    case "md" -> MarkdownDigest.of(digest);
                    case "atom" -> AtomDigest.of("daily", "Halden daily", List.of(digest, TestingDigests.quiet()));
                    default ->
                        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(digest) + '\n';
                };
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    @Test
    void whatIsStoredReadsTheSame() {
        Digest digest = TestingDigests.morning();
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(digest), Digest.class))
                .isEqualTo(digest);
    }

    @Test
    void anIssueOfBeforeThereWereLanguagesAndReviewsIsRead() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode old = (ObjectNode) json.readTree(json.writeValueAsString(TestingDigests.quiet()));
        old.remove("language");
        old.remove("reviewed");
        assertThat(json.treeToValue(old, Digest.class)).isEqualTo(TestingDigests.quiet());
    }

    @Test
    void hostileTextIsTextInHtml() {
        String html = HtmlDigest.of(TestingDigests.hostile());
        assertThat(html).doesNotContain("<script", "\u202e", "href=\"javascript", "</td> &");
        assertThat(html).contains("&lt;script&gt;", "⟨U+202E⟩");
    }

    @Test
    void hostileTextMakesNoLineOfItsOwnInText() {
        String text = TextDigest.of(TestingDigests.hostile());
        assertThat(text).doesNotContain("\u202e", "\r");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("To:") || line.startsWith("# heading"));
    }

    @Test
    void hostileTextIsNoMarkdown() {
        String markdown = MarkdownDigest.of(TestingDigests.hostile());
        assertThat(markdown).doesNotContain("\u202e", " <script", "[a](javascript");
        assertThat(markdown.lines()).noneMatch(line -> line.startsWith("# heading"));
        assertThat(markdown).contains("\\<script\\>", "\\[a\\]");
    }

    @Test
    void nothingIsFetchedByLookingAtAMail() {
        String html = HtmlDigest.of(TestingDigests.morning());
        assertThat(html).doesNotContain("<img", "<link", "src=", "url(", "@import", "<script");
    }

    @Test
    void aFeedReaderReadsTheFeed() throws Exception {
        Digest digest = TestingDigests.morning();
        String xml = AtomDigest.of("daily", "Halden daily", List.of(digest, TestingDigests.hostile()));
        SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).hasSize(2);
        assertThat(feed.getEntries().get(0).getUri()).isEqualTo("urn:watchword:digest:daily:2031-05-18T06:00:00Z");
        assertThat(feed.getEntries().get(0).getContents().get(0).getValue()).contains("drive every one of them back");
        assertThat(AtomDigest.of("daily", "Halden daily", List.of(digest)))
                .isEqualTo(AtomDigest.of("daily", "Halden daily", List.of(digest)));
    }

    @Test
    void tenThousandMatchesFitIntoAMail() {
        Digest digest = TestingDigests.flood();
        assertThat(digest.total()).isEqualTo(10_000);
        assertThat(HtmlDigest.of(digest).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(CUT_AT);
        assertThat(TextDigest.of(digest)).contains("more statements: https://desk.example/?q=");
    }
}
