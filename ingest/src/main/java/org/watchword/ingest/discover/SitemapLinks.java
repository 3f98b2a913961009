package org.watchword.ingest.discover;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Links of a sitemap, or the sitemaps of a sitemap index (sitemaps.org 0.9). */
public final class SitemapLinks {

    private SitemapLinks() {}

    /**
     * What one sitemap file holds.
     *
     * @param pages links to pages
     * @param sitemaps addresses of further sitemaps
     */
    public record Content(List<Link> pages, List<String> sitemaps) {
        public Content {
            pages = List.copyOf(pages);
            sitemaps = List.copyOf(sitemaps);
        }
    }

    /** @throws DiscoveryException {@code not-a-sitemap} when it is HTML or anything else */
    public static Content read(byte[] body, String url) throws DiscoveryException {
        AbstractSiteMap parsed;
        try {
            // Lenient about places: a sitemap may list pages outside its own folder. The catalogue's patterns limit
            // what is taken.
            SiteMapParser parser = new SiteMapParser(false, true);
            parser.setAllowDocTypeDefinitions(false);
            parsed = parser.parseSiteMap(body, URI.create(url).toURL());
        } catch (UnknownFormatException | IOException | RuntimeException e) {
            throw new DiscoveryException("not-a-sitemap", url + ": not a sitemap: " + e.getMessage(), e);
        }
        List<Link> pages = new ArrayList<>();
        List<String> sitemaps = new ArrayList<>();
        if (parsed instanceof SiteMapIndex index) {
            index.getSitemaps(true).forEach(s -> sitemaps.add(s.getUrl().toString()));
        } else if (parsed instanceof SiteMap sitemap) {
            sitemap.getSiteMapUrls().forEach(u -> {
                Date changed = u.getLastModified();
                pages.add(new Link(u.getUrl().toString(), changed == null ? null : changed.toInstant()));
            });
        }
        return new Content(pages, sitemaps);
    }
}
