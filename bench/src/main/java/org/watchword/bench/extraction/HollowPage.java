package org.watchword.bench.extraction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.watchword.ingest.extract.HtmlExtractor;

/**
 * A real page from which its article was taken out: menus, teasers, boxes, footer and notices stay, as on a section front, a wall or a
 * page of a video. Nothing of it should be read as an article.
 */
final class HollowPage {

    /** Letters of a line that are looked up in the article; a shorter line stays. */
    private static final int COMPARED = 30;

    private HollowPage() {}

    /** The page without every block of text that stands in the article, without scripts and without descriptions. */
    static byte[] of(byte[] page, String article) {
        Document html = Jsoup.parse(HtmlExtractor.decoded(page, null));
        String letters = letters(article);
        html.select("script, meta[name*=description], meta[property*=description]")
                .remove();
        var gone = new ArrayList<Node>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && isOf(letters, text)) {
                        gone.add(block(text));
                    } else if (node instanceof Comment) {
                        gone.add(node);
                    }
                },
                html);
        gone.forEach(Node::remove);
        return html.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOf(String article, TextNode text) {
        String own = letters(text.getWholeText());
        return own.length() >= COMPARED
                && (article.contains(own)
                        || article.contains(own.substring(0, COMPARED))
                        || article.contains(own.substring(own.length() - COMPARED)));
    }

    /** The paragraph or other small block around the text. */
    private static Node block(TextNode text) {
        Node at = text;
        while (at.parent() instanceof Element e && !e.normalName().equals("body") && isSmall(e)) {
            at = e;
            if (e.isBlock()) {
                break;
            }
        }
        return at;
    }

    private static boolean isSmall(Element e) {
        return switch (e.normalName()) {
            case "p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "dt" -> true;
            default -> !e.isBlock();
        };
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
