package org.watchword.ingest.discover;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.LinkAttributes;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links of a sitemap, or the sitemaps of a sitemap index (sitemaps.org 0.9), XML or plain text. Of the news extension the publication
 * date and title are read, of {@code xhtml:link} the versions in other languages, which are pages of their own; twins for small screens
 * are not, for they are the same page.
 */
public final class SitemapLinks {

    /** A file of this many addresses is cut nowhere else: the protocol allows 50,000, and some sites do not count. */
    private static final int MAX_PAGES = 200_000;

    private SitemapLinks() {}

    /** @throws DiscoveryException {@code not-a-sitemap} when it is HTML or anything else */
    public static Listing read(byte[] body, String url) throws DiscoveryException {
        AbstractSiteMap parsed;
        try {
            // Lenient about places: a sitemap may list pages outside its own folder. The catalogue's patterns limit
            // what is taken.
            SiteMapParser parser = new SiteMapParser(false, true);
            parser.setAllowDocTypeDefinitions(false);
            parser.enableExtension(Extension.NEWS);
            parser.enableExtension(Extension.LINKS);
            // Not read, but known: what the parser does not know it takes for the protocol's own elements, and an
            // image's
            // address for a page's.
            parser.enableExtension(Extension.IMAGE);
            parser.enableExtension(Extension.VIDEO);
            parser.enableExtension(Extension.PAGEMAPS);
            parsed = parser.parseSiteMap(body, URI.create(url).toURL());
        } catch (UnknownFormatException | IOException | RuntimeException e) {
            throw new DiscoveryException("not-a-sitemap", url + ": not a sitemap: " + e.getMessage(), e);
        }
        if (parsed instanceof SiteMapIndex index) {
            return new Listing(
                    List.of(),
                    index.getSitemaps(true).stream()
                            .map(s -> new Listing.Child(s.getUrl().toString(), instant(s.getLastModified())))
                            .toList(),
                    null);
        }
        Map<String, Link> pages = new LinkedHashMap<>();
        if (parsed instanceof SiteMap sitemap) {
            for (SiteMapURL entry : sitemap.getSiteMapUrls()) {
                if (pages.size() >= MAX_PAGES) {
                    throw new DiscoveryException("too-many-links", url + ": more than " + MAX_PAGES + " pages", null);
                }
                Link link = link(entry);
                pages.put(link.url(), link);
                alternates(entry).forEach(other -> pages.putIfAbsent(other, Link.to(other)));
            }
        }
        return Listing.of(new ArrayList<>(pages.values()));
    }

    private static Link link(SiteMapURL entry) {
        String url = entry.getUrl().toString();
        Instant changed = instant(entry.getLastModified());
        ExtensionMetadata[] news = entry.getAttributesForExtension(Extension.NEWS);
        if (news != null && news.length > 0 && news[0] instanceof NewsAttributes about) {
            Instant published = instant(about.getPublicationDate());
            return new Link(url, changed, published, FeedLinks.plain(about.getTitle()), true);
        }
        return new Link(url, changed, null, null, false);
    }

    /** Versions in other languages. An entry for a kind of screen carries {@code media} and no language. */
    private static List<String> alternates(SiteMapURL entry) {
        ExtensionMetadata[] links = entry.getAttributesForExtension(Extension.LINKS);
        if (links == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (ExtensionMetadata metadata : links) {
            if (metadata instanceof LinkAttributes link
                    && link.getHref() != null
                    && link.getParams() != null
                    && "alternate".equals(link.getParams().get("rel"))
                    && link.getParams().containsKey("hreflang")) {
                found.add(link.getHref().toString());
            }
        }
        return found;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
