package org.watchword.ingest.collect;

import java.time.Duration;
import org.watchword.ingest.frontier.FetchSchedule;
import org.watchword.ingest.source.Source;

/**
 * How often and how patiently.
 *
 * @param delay least pause between two requests to a host, where the source sets none
 * @param pages when a page is looked at again, where the source does not say otherwise
 * @param maxFailures attempts after which a failure that may pass is counted as a refusal
 * @param retryDelay wait before the second attempt; doubled for each further one
 */
public record Pace(Duration delay, FetchSchedule pages, int maxFailures, Duration retryDelay) {

    Duration delay(Source.Web source) {
        Duration own = source.crawl().delay();
        return own == null ? delay : own;
    }

    FetchSchedule pages(Source.Web source) {
        return pages.within(source.crawl().pageRevisit());
    }

    Duration retry(int failures) {
        return retryDelay.multipliedBy(1L << Math.min(failures, 10));
    }
}
