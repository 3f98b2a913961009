package org.watchword.ingest.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.TrackingParameters;

/**
 * How a web source is crawled.
 *
 * @param include an address must match one of these; empty means every address
 * @param exclude an address must match none of these
 * @param delay least time between two requests to the same host; absent for the setting's default
 * @param pageRevisit how often a page already captured is looked at again
 * @param maxPages most pages taken from one pass, the first listed; 0 means no limit
 * @param tracking parameters of addresses that are left out
 * @param allowLoopback whether addresses on this machine (127.0.0.0/8, ::1) may be fetched; other private addresses never are
 */
public record Crawl(
        List<UrlPattern> include,
        List<UrlPattern> exclude,
        @Nullable Duration delay,
        Revisit pageRevisit,
        int maxPages,
        TrackingParameters tracking,
        boolean allowLoopback) {

    /** Everything, at the settings' pace, on public addresses only. */
    public static final Crawl DEFAULT =
            new Crawl(List.of(), List.of(), null, Revisit.DEFAULT, 0, TrackingParameters.STANDARD, false);

    public Crawl {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    public Crawl withLoopback() {
        return new Crawl(include, exclude, delay, pageRevisit, maxPages, tracking, true);
    }

    public Crawl withDelay(Duration least) {
        return new Crawl(include, exclude, least, pageRevisit, maxPages, tracking, allowLoopback);
    }

    public Crawl withPageRevisit(Revisit rhythm) {
        return new Crawl(include, exclude, delay, rhythm, maxPages, tracking, allowLoopback);
    }

    public Crawl withMaxPages(int most) {
        return new Crawl(include, exclude, delay, pageRevisit, most, tracking, allowLoopback);
    }

    public Crawl withExclude(List<UrlPattern> patterns) {
        return new Crawl(include, patterns, delay, pageRevisit, maxPages, tracking, allowLoopback);
    }

    public boolean takes(String url) {
        return (include.isEmpty() || include.stream().anyMatch(p -> p.matches(url)))
                && exclude.stream().noneMatch(p -> p.matches(url));
    }
}
