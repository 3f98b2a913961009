package org.watchword.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Links of a feed that is not well-formed XML, or of a kind the feed library does not know (CDF): stray ampersands, undeclared
 * prefixes, a document type without entities. Nothing that a document type declares is read.
 */
final class LooseFeed {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private LooseFeed() {}

    /** Null when the root element is no feed's. */
    static @Nullable List<Link> read(byte[] body, @Nullable String charset, String url) {
        Document document;
        try {
            document = Jsoup.parse(new ByteArrayInputStream(body), charset, url, Parser.xmlParser());
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
        Element root = document.firstElementChild();
        if (root == null || !ROOTS.contains(local(root)) || document.toString().contains("<!ENTITY")) {
            return null;
        }
        List<Link> links = new ArrayList<>();
        for (Element element : root.getAllElements()) {
            if (ENTRIES.contains(local(element))) {
                String link = link(element);
                if (link != null) {
                    links.add(new Link(link, null));
                }
            }
        }
        return links;
    }

    private static @Nullable String link(Element entry) {
        String guid = null;
        for (Element child : entry.children()) {
            String name = local(child);
            if (name.equals("link")
                    && (!child.hasAttr("rel") || child.attr("rel").equals("alternate"))) {
                String written = child.hasAttr("href") ? child.attr("href") : child.text();
                if (!written.isBlank()) {
                    return written.strip();
                }
            }
            if (name.equals("guid") || name.equals("id")) {
                guid = FeedLinks.addressIn(child.text().strip());
            }
        }
        return guid != null || entry.attr("href").isBlank()
                ? guid
                : entry.attr("href").strip();
    }

    private static String local(Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }
}
