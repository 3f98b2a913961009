package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.page.Page;

class RobotsMetaTest {

    private static java.util.List<String> read(String html, Charset charset) {
        return RobotsMeta.read(new Page(html.getBytes(charset), "text/html", "https://a.example/"), "Watchword");
    }

    private static java.util.List<String> read(String html) {
        return read(html, StandardCharsets.UTF_8);
    }

    @Test
    void tagsForAllAndForUsAreRead() {
        assertThat(read("<head><META content='noindex' NAME=Robots><meta name=watchword content=noarchive />"
                        + "<meta name=otherbot content=none><title>x</title>"))
                .containsExactly("noindex", "noarchive");
    }

    @Test
    void tagsInCommentsAndScriptsAreNone() {
        assertThat(read(
                        "<!-- <meta name=robots content=noindex> --><script>var x = '<meta name=robots content=none>'</script>"
                                + "<p>robots"))
                .isEmpty();
    }

    @Test
    void tagsInTheBodyCountToo() {
        assertThat(read("<body><p>text<meta name=robots content='nofollow'>")).containsExactly("nofollow");
    }

    @Test
    void utf16PagesAreRead() {
        assertThat(read("\uFEFF<meta name=robots content=noindex>", StandardCharsets.UTF_16LE))
                .containsExactly("noindex");
    }

    @Test
    void pagesThatSayNothingSayNothing() {
        assertThat(read("<meta name=description content='robots and their rights'><p>robots"))
                .isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("<meta ".repeat(10_000))).isEmpty();
    }
}
