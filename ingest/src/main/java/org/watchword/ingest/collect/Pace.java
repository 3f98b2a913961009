package org.watchword.ingest.collect;

import java.time.Duration;
import org.watchword.ingest.source.Source;

/**
 * How often and how patiently.
 *
 * @param delay least pause between two requests to a host, where the source sets none
 * @param pageRevisit time after which a page is looked at again, where the source sets none
 * @param maxFailures attempts after which a failure that may pass is counted as a refusal
 * @param retryDelay wait before the second attempt; doubled for each further one
 */
public record Pace(Duration delay, Duration pageRevisit, int maxFailures, Duration retryDelay) {

    Duration delay(Source.Web source) {
        Duration own = source.crawl().delay();
        return own == null ? delay : own;
    }

    Duration pageRevisit(Source.Web source) {
        Duration own = source.crawl().pageRevisit();
        return own == null ? pageRevisit : own;
    }

    Duration retry(int failures) {
        return retryDelay.multipliedBy(1L << Math.min(failures, 10));
    }
}
