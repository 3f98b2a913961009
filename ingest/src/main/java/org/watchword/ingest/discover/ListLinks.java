package org.watchword.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Links of an HTML page that lists pages. */
public final class ListLinks {

    private ListLinks() {}

    /** What is wrong with a CSS selector, or empty. */
    public static Optional<String> problem(String selector) {
        try {
            QueryParser.parse(selector);
            return Optional.empty();
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return Optional.of("not a CSS selector: " + e.getMessage());
        }
    }

    /** @throws DiscoveryException when the bytes cannot be read as HTML */
    public static List<Link> read(byte[] body, @Nullable String charset, String url, String selector)
            throws DiscoveryException {
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(body), charset, url);
        } catch (IOException | IllegalArgumentException e) {
            throw new DiscoveryException("not-html", url + ": not readable as HTML: " + e.getMessage(), e);
        }
        List<Link> links = new ArrayList<>();
        for (Element element : page.select(selector)) {
            for (Element anchor : element.is("a[href]") ? List.of(element) : element.select("a[href]")) {
                String href = anchor.absUrl("href");
                if (!href.isEmpty()) {
                    links.add(new Link(href, null));
                }
            }
        }
        return links;
    }
}
