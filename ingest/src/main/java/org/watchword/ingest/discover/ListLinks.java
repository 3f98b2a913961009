package org.watchword.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** Links of an HTML page that lists pages, and where the list goes on. */
public final class ListLinks {

    private static final String REL_NEXT = "[rel~=(?i)(^|\\s)next(\\s|$)]";

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

    /**
     * @param selector of the links, or of elements that contain them; a {@code time} element in the same element dates a link
     * @param next selector of the link to the next page; absent for {@code rel=next}, which is what pages usually say
     * @throws DiscoveryException when the bytes cannot be read as HTML
     */
    public static Listing read(
            byte[] body, @Nullable String charset, String url, String selector, @Nullable String next)
            throws DiscoveryException {
        Document page = parse(body, charset, url);
        List<Link> links = new ArrayList<>();
        for (Element element : page.select(selector)) {
            boolean single = element.is("a[href]");
            Instant date = single ? null : date(element);
            for (Element anchor : single ? List.of(element) : element.select("a[href]")) {
                String href = anchor.absUrl("href");
                if (!href.isEmpty()) {
                    links.add(new Link(href, null, date, null, false));
                }
            }
        }
        return new Listing(links, List.of(), next(page, next == null ? REL_NEXT : next));
    }

    static Document parse(byte[] body, @Nullable String charset, String url) throws DiscoveryException {
        try {
            return Jsoup.parse(new ByteArrayInputStream(body), charset, url);
        } catch (IOException | IllegalArgumentException e) {
            throw new DiscoveryException("not-html", url + ": not readable as HTML: " + e.getMessage(), e);
        }
    }

    /** One {@code time} dates the entry; several would leave it open which is meant. */
    private static @Nullable Instant date(Element entry) {
        List<Element> times = entry.select("time[datetime]");
        return times.size() == 1 ? FeedDate.of(times.get(0).attr("datetime")) : null;
    }

    private static @Nullable String next(Document page, String selector) {
        for (Element element : page.select(selector)) {
            Element link = element.hasAttr("href") ? element : element.selectFirst("a[href]");
            String href = link == null ? "" : link.absUrl("href");
            if (LowerCase.of(href).startsWith("http")) {
                return href;
            }
        }
        return null;
    }
}
