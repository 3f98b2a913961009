package org.watchword.ingest.collect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.FeedLinks;
import org.watchword.ingest.discover.HomeLinks;
import org.watchword.ingest.discover.ListLinks;
import org.watchword.ingest.discover.Listing;
import org.watchword.ingest.discover.SitemapLinks;
import org.watchword.ingest.source.Source;

/** Reads what was found at an address as what was expected there. */
final class ListReading {

    private ListReading() {}

    static Listing read(Source.Web source, ListStep step, ListFetcher.Content content) throws DiscoveryException {
        return switch (step.form()) {
            case FEED -> feed(source, step, content);
            case SITEMAP -> SitemapLinks.read(content.bytes(), content.at().url());
            case LIST -> list(source, content);
            case HOME -> home(content);
            case ROBOTS -> robots(source, content);
        };
    }

    private static Listing list(Source.Web source, ListFetcher.Content content) throws DiscoveryException {
        if (source instanceof Source.LinkList list) {
            return ListLinks.read(
                    content.bytes(),
                    content.charset(),
                    content.at().url(),
                    list.selector(),
                    list.walk().next());
        }
        throw new IllegalStateException("a list page of a source without selector: " + source.id());
    }

    private static Listing feed(Source.Web source, ListStep step, ListFetcher.Content content)
            throws DiscoveryException {
        String url = content.at().url();
        if (!isHtml(content)) {
            return FeedLinks.read(content.bytes(), content.type(), url);
        }
        boolean written = source instanceof Source.Feed && step.depth() == 0 && step.page() == 1;
        List<Listing.Child> feeds = written ? HomeLinks.feeds(content.bytes(), content.charset(), url) : List.of();
        if (feeds.isEmpty()) {
            throw new DiscoveryException("not-a-feed", url + ": an HTML page that names no feed in its head", null);
        }
        return new Listing(List.of(), feeds, null);
    }

    /** A home page leads to its feeds, and always to robots.txt. */
    private static Listing home(ListFetcher.Content content) throws DiscoveryException {
        String url = content.at().url();
        List<Listing.Child> children = new ArrayList<>(HomeLinks.feeds(content.bytes(), content.charset(), url));
        children.add(new Listing.Child(robotsTxt(content.at()), null));
        return new Listing(List.of(), children, null);
    }

    /** A sitemap source goes on at the usual place when robots.txt names none; for others that would be a guess. */
    private static Listing robots(Source.Web source, ListFetcher.Content content) {
        List<Listing.Child> sitemaps = HomeLinks.sitemaps(content.bytes());
        if (sitemaps.isEmpty() && source instanceof Source.Sitemap) {
            sitemaps = List.of(new Listing.Child(content.at().origin() + "/sitemap.xml", null));
        }
        return new Listing(List.of(), sitemaps, null);
    }

    static String robotsTxt(WebAddress at) {
        return at.origin() + "/robots.txt";
    }

    private static boolean isHtml(ListFetcher.Content content) {
        int length = Math.min(content.bytes().length, 2_048);
        String head = new String(content.bytes(), 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean feed = head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf");
        boolean said = content.type() != null
                && content.type().toLowerCase(Locale.ROOT).contains("html");
        boolean json = head.stripLeading().startsWith("{");
        return !feed
                && !json
                && (said || head.contains("<!doctype html") || head.contains("<html") || head.contains("<head"));
    }
}
