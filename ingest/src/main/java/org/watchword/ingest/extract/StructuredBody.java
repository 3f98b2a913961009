package org.watchword.ingest.extract;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The {@code articleBody} of a page's structured data as plain text: what remains when a page draws its article by script. */
final class StructuredBody {

    private static final int LEAST = 400;

    private StructuredBody() {}

    static @Nullable String of(PageFacts page) {
        JsonNode article = page.article();
        if (article == null || !article.path("articleBody").isString()) {
            return null;
        }
        String raw = article.path("articleBody").stringValue();
        if (raw.length() < LEAST) {
            return null;
        }
        if (raw.contains("&lt;") || raw.contains("<p") || raw.contains("<br")) {
            PageLayout layout = PageLayout.of(Jsoup.parseBodyFragment(
                            raw.contains("<") ? raw : org.jsoup.parser.Parser.unescapeEntities(raw, false))
                    .body());
            return layout.blocks().stream().map(Block::text).collect(Collectors.joining("\n\n"));
        }
        return raw.lines().map(JsonLd::plain).filter(l -> l != null).collect(Collectors.joining("\n\n"));
    }
}
