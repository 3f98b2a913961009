package org.watchword.ingest.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;

/** Takes {@code <title>}, the canonical link and everything in {@code <article>}. */
public final class TagExtractor implements PageExtractor {

    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Pattern ARTICLE = Pattern.compile("<article>(.*?)(</article>|\\z)", Pattern.DOTALL);
    private static final Pattern CANONICAL = Pattern.compile("<link rel=canonical href=\"(.*?)\"");

    @Override
    public Extraction extract(Page page) {
        String html = new String(page.body(), StandardCharsets.UTF_8);
        if (html.contains("<crash>")) {
            throw new IllegalStateException("crash asked for");
        }
        if (page.contentType() != null && !page.contentType().contains("html")) {
            return new Extraction.Refused("not-html", page.contentType());
        }
        String text = first(ARTICLE, html);
        if (text == null) {
            return new Extraction.Refused("no-article", "no article element");
        }
        return new Extraction.Article(
                first(TITLE, html),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                first(CANONICAL, html),
                null,
                null,
                null,
                null,
                text,
                List.of());
    }

    private static @Nullable String first(Pattern pattern, String html) {
        Matcher m = pattern.matcher(html);
        return m.find() ? m.group(1) : null;
    }
}
