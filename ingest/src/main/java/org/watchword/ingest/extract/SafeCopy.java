package org.watchword.ingest.extract;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/**
 * A captured page as HTML that a person may look at: its words and their structure, and nothing that runs, loads, leads elsewhere or
 * carries a style. What is allowed is listed; all else is taken out. Thread-safe.
 */
public final class SafeCopy {

    private static final int MOST_DEPTH = 256;

    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "a",
                    "abbr",
                    "article",
                    "aside",
                    "b",
                    "blockquote",
                    "br",
                    "caption",
                    "cite",
                    "code",
                    "dd",
                    "del",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "figcaption",
                    "figure",
                    "footer",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hr",
                    "i",
                    "ins",
                    "li",
                    "main",
                    "mark",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "section",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "summary",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "time",
                    "tr",
                    "u",
                    "ul")
            .addAttributes(":all", "dir", "lang")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addAttributes("time", "datetime");

    private SafeCopy() {}

    /**
     * What goes into a {@code body} element; text that is no HTML stands as it is.
     *
     * @param payload the page as it came
     * @param contentType as the server named it; null when it did not
     * @param url where it came from
     */
    public static String html(byte[] payload, @Nullable String contentType, String url) {
        String text = PageDecoder.decode(payload, contentType);
        String type = LowerCase.of(Objects.requireNonNullElse(contentType, ""));
        if (type.startsWith("application/json") || type.startsWith("text/plain")) {
            Element plain = new Element("pre");
            plain.text(text);
            return plain.outerHtml();
        }
        Document page = Jsoup.parse(text, url, Parser.htmlParser().setMaxDepth(MOST_DEPTH));
        // What they hold is for programs; cleaning would keep it as text.
        page.select("script, style, noscript, template, object, svg, math, textarea, select, button, iframe")
                .remove();
        page.select("img").forEach(SafeCopy::named);
        Document clean = new Cleaner(ALLOWED).clean(page);
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }

    /** The picture's own description in its place. */
    private static void named(Element picture) {
        String words = picture.attr("alt").strip();
        picture.replaceWith(new Element("span").text(words.isEmpty() ? "[picture]" : "[picture: " + words + "]"));
    }
}
