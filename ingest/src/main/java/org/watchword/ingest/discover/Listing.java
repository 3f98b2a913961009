package org.watchword.ingest.discover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one list of pages holds: a feed, a sitemap or an HTML page.
 *
 * @param pages links to pages, in the order of the list
 * @param children further lists that belong to it: the sitemaps of an index, the feeds of a home page
 * @param next where the list goes on, towards older pages; absent on its last page
 */
public record Listing(
        List<Link> pages, List<Child> children, @Nullable String next) {

    public Listing {
        pages = List.copyOf(pages);
        children = List.copyOf(children);
    }

    /**
     * A further list.
     *
     * @param url as written, absolute where it could be made so
     * @param changedAt when it last changed; absent when nobody says
     */
    public record Child(String url, @Nullable Instant changedAt) {}

    static Listing of(List<Link> pages) {
        return new Listing(pages, List.of(), null);
    }
}
