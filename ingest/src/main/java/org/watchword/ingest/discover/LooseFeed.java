package org.watchword.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/**
 * Links of a feed that is not well-formed XML, or of a kind the feed library does not know (CDF): stray ampersands, undeclared
 * prefixes, a document type without entities. Nothing that a document type declares is read.
 */
final class LooseFeed {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "item", "entry");
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final List<String> PUBLISHED = List.of("pubdate", "published", "issued", "date", "created");
    private static final List<String> CHANGED = List.of("updated", "modified");

    /** Elements open at once; deeper ones are left out, which no feed notices. */
    private static final int MAX_DEPTH = 256;

    private LooseFeed() {}

    /** Empty when the root element is no feed's. */
    static Optional<Listing> read(byte[] body, @Nullable String charset, String url) {
        Document document;
        try {
            document = Jsoup.parse(
                    new ByteArrayInputStream(body),
                    charset,
                    url,
                    Parser.xmlParser().setMaxDepth(MAX_DEPTH));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        Element root = document.firstElementChild();
        if (root == null || !ROOTS.contains(local(root)) || declaresEntities(document)) {
            return Optional.empty();
        }
        List<Link> links = new ArrayList<>();
        String next = null;
        for (Element element : root.getAllElements()) {
            if (ENTRIES.contains(local(element))) {
                Link link = link(element, url);
                if (link != null) {
                    links.add(link);
                }
            } else if (local(element).equals("link") && !isEntrys(element)) {
                next = FeedLinks.older(next, element.attr("rel"), element.attr("href"), url);
            }
        }
        return Optional.of(new Listing(links, List.of(), next));
    }

    private static boolean declaresEntities(Document document) {
        return document.childNodes().stream()
                .anyMatch(node -> !(node instanceof Element) && node.outerHtml().contains("<!ENTITY"));
    }

    private static boolean isEntrys(Element link) {
        Element parent = link.parent();
        return parent != null && ENTRIES.contains(local(parent));
    }

    private static @Nullable Link link(Element entry, String url) {
        String guid = null;
        String address = null;
        String title = null;
        for (Element child : entry.children()) {
            String name = local(child);
            if (address == null
                    && name.equals("link")
                    && (!child.hasAttr("rel") || child.attr("rel").equals("alternate"))) {
                String written = child.hasAttr("href") ? child.attr("href") : child.text();
                address = written.isBlank() ? null : written.strip();
            } else if (name.equals("guid") || name.equals("id")) {
                guid = FeedLinks.addressIn(child.text().strip());
            } else if (title == null && name.equals("title")) {
                title = child.wholeText();
            }
        }
        String found = address != null
                ? address
                : guid != null ? guid : entry.attr("href").strip();
        return found.isEmpty()
                ? null
                : new Link(
                        FeedLinks.absolute(url, found),
                        FeedDate.of(first(entry, CHANGED)),
                        FeedDate.of(first(entry, PUBLISHED)),
                        FeedLinks.plain(title),
                        true);
    }

    /** The text of the first of these children, in the order of the names. */
    private static @Nullable String first(Element entry, List<String> names) {
        for (String name : names) {
            for (Element child : entry.children()) {
                if (local(child).equals(name)) {
                    return child.text();
                }
            }
        }
        return null;
    }

    private static String local(Element element) {
        String name = LowerCase.of(element.tagName());
        return name.substring(name.indexOf(':') + 1);
    }
}
