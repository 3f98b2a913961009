package org.watchword.ingest;

import java.time.InstantSource;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.collect.LinkDiscovery;
import org.watchword.ingest.collect.LinkDiscovery.Glimpse;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.http.HttpFetcher;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.robots.HostPacing;
import org.watchword.ingest.robots.Lease;
import org.watchword.ingest.robots.Outages;
import org.watchword.ingest.source.Source;

/**
 * Looks once at a source as the fetcher would: robots.txt, then one request to the source's first address. Nothing is kept.
 */
public final class SourceProbe implements AutoCloseable {

    private final HttpFetcher http;
    private final LinkDiscovery discovery;

    /**
     * @param settings user agent, pace and limits; no data folder is touched
     * @param reader of a list page's wishes
     */
    public SourceProbe(IngestSettings settings, PageExtractor reader, InstantSource clock) {
        http = new HttpFetcher(settings.limits(), settings.userAgentHeader(), clock);
        discovery = new LinkDiscovery(
                Equipment.polite(
                        settings,
                        http,
                        new HostPacing(clock),
                        Outages.inMemory(),
                        clock,
                        Lease.ALWAYS,
                        Territory.EVERYWHERE),
                settings.limits(),
                settings.pace(),
                Equipment.manners(settings, reader, clock),
                clock,
                Territory.EVERYWHERE);
    }

    /**
     * @param ok whether pages could be collected from it now
     * @param words what was found, or why nothing was, for people
     */
    public record Result(boolean ok, String words) {}

    public Result probe(Source.Web source) throws InterruptedException {
        if (source instanceof Source.Urls) {
            return new Result(true, "a table on this machine: nothing to look at");
        }
        Glimpse glimpse;
        try {
            glimpse = discovery.glimpse(source);
        } catch (DiscoveryException e) {
            return new Result(false, e.code() + ": " + e.getMessage());
        }
        if (glimpse.lists() > 0) {
            return new Result(true, glimpse.lists() + " further lists, " + glimpse.links() + " links");
        }
        if (glimpse.links() == 0) {
            return new Result(false, "no-links: it can be read, and lists no page" + selectorOf(source));
        }
        if (glimpse.taken() == 0) {
            return new Result(
                    false, "none-taken: all of its " + glimpse.links() + " links are left out by include or exclude");
        }
        return new Result(true, glimpse.links() + " links, " + glimpse.taken() + " of them taken");
    }

    private static String selectorOf(Source.Web source) {
        return source instanceof Source.LinkList list
                ? "; the selector '" + list.selector() + "' finds nothing, or a script draws the list"
                : "";
    }

    @Override
    public void close() {
        http.close();
    }
}
