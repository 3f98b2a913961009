package org.watchword.ingest;

import java.time.InstantSource;
import java.util.SplittableRandom;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.PageManners;
import org.watchword.ingest.http.Fetcher;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.robots.HostBackoff;
import org.watchword.ingest.robots.HostPacing;
import org.watchword.ingest.robots.Lease;
import org.watchword.ingest.robots.Manners;
import org.watchword.ingest.robots.Outages;
import org.watchword.ingest.robots.PacedHttp;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.robots.ProductToken;
import org.watchword.ingest.robots.RobotRules;
import org.watchword.ingest.source.SourceCatalog;

/**
 * What all {@link Share}s of a process have in common.
 *
 * @param hostFree told when a host may be asked again at once, for a thread that rests because nothing was due
 */
record Equipment(
        IngestSettings settings,
        SourceCatalog catalog,
        PageExtractor extractor,
        DocumentPublisher publisher,
        InstantSource clock,
        FetchListener listener,
        Archive archive,
        Fetcher http,
        HostPacing pacing,
        Runnable hostFree) {

    PoliteFetcher polite(Outages outages, Lease lease, Territory territory) {
        return polite(settings, http, pacing, outages, clock, lease, territory);
    }

    static PoliteFetcher polite(
            IngestSettings settings,
            Fetcher http,
            HostPacing pacing,
            Outages outages,
            InstantSource clock,
            Lease lease,
            Territory territory) {
        Manners manners = settings.manners();
        HostBackoff backoff = new HostBackoff(
                settings.retryDelay(), manners.maxBackoff(), manners.maxRetryAfter(), new SplittableRandom());
        PacedHttp paced = new PacedHttp(pacing, backoff, lease);
        return new PoliteFetcher(
                http,
                new RobotRules(http, paced, manners.robots(), outages, clock, settings.userAgent(), territory),
                paced,
                settings.limits().maxRedirects(),
                manners.maxCrawlDelay(),
                territory);
    }

    PageManners manners() {
        return manners(settings, extractor, clock);
    }

    static PageManners manners(IngestSettings settings, PageExtractor reader, InstantSource clock) {
        return new PageManners(
                reader,
                ProductToken.leading(settings.userAgent()),
                settings.manners().pages(),
                clock);
    }
}
