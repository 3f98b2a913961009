package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Letters;
import tools.jackson.databind.JsonNode;

/**
 * The {@code articleBody} of a page's structured data. It is what remains when a page draws its article by script, and a second witness
 * where the page shows its article: what both say is the article, what only the page says is something else.
 *
 * <p>Sites cut it, fill it with their summary or leave it from an older version, so it is heard only where most of the text agrees.
 */
final class StructuredBody {

    private static final int LEAST = 400;

    /** Part of the text that must stand in the structured body before it is believed about the rest. */
    private static final double AGREED = 0.7;

    private static final int COMPARED = 50;
    private static final Pattern MARKDOWN_LINK =
            Pattern.compile("\\[([^\\]]{1,300})\\]\\((?:https?:|/|#)[^)\\s]{0,500}\\)");
    private static final Pattern MARKDOWN_DIRECTIVE =
            Pattern.compile("^(?:\\+\\+\\+\\w*|\\{:?[^}]{0,100}\\}|\\[#?[^\\]]{0,500}\\](?:\\|{3}.*)?|\\|{3}.*)$");

    private final String text;
    private final String letters;

    private StructuredBody(String text) {
        this.text = text;
        this.letters = Letters.of(text);
    }

    /** Null when the page has none of any length. */
    static @Nullable StructuredBody of(PageFacts page) {
        JsonNode article = page.article();
        if (article == null || !article.path("articleBody").isString()) {
            return null;
        }
        String raw = article.path("articleBody").stringValue();
        return raw.length() < LEAST ? null : new StructuredBody(plain(raw, page.hints()));
    }

    private static String plain(String raw, Hints hints) {
        if (raw.contains("&lt;") || raw.contains("<p") || raw.contains("<br")) {
            String html = raw.contains("<") ? raw : Parser.unescapeEntities(raw, false);
            return PageLayout.of(Jsoup.parseBodyFragment(html).body(), hints).blocks().stream()
                    .map(Block::text)
                    .collect(Collectors.joining("\n\n"));
        }
        return MARKDOWN_LINK
                .matcher(raw)
                .replaceAll("$1")
                .lines()
                .map(JsonLd::plain)
                .filter(line ->
                        line != null && !MARKDOWN_DIRECTIVE.matcher(line).matches())
                .collect(Collectors.joining("\n\n"));
    }

    /** Paragraphs separated by a blank line. */
    String text() {
        return text;
    }

    /**
     * The blocks that the structured body knows. Headings and quotes stay: many sites leave them out of it. Nothing is added that it
     * alone holds: captions and boxes stand in it too.
     *
     * @return the given blocks when they are another text
     */
    List<Block> confirmed(List<Block> blocks) {
        List<Block> known = new ArrayList<>();
        int all = 0;
        int agreed = 0;
        for (Block block : blocks) {
            String own = Letters.of(block.text());
            all += own.length();
            if (holds(own)) {
                agreed += own.length();
                known.add(block);
            } else if (block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.QUOTE) {
                known.add(block);
            }
        }
        return agreed < AGREED * all ? blocks : known;
    }

    /** A long paragraph is known by its beginning or its end: links and notes within are often cut out. */
    private boolean holds(String own) {
        return letters.contains(own)
                || (own.length() > 2 * COMPARED
                        && (letters.contains(own.substring(0, COMPARED))
                                || letters.contains(own.substring(own.length() - COMPARED))));
    }
}
