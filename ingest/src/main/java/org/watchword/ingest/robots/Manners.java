package org.watchword.ingest.robots;

import java.time.Duration;
import org.watchword.ingest.page.DirectivePolicy;

/**
 * How we behave towards hosts beyond the pause between two requests.
 *
 * @param robots where a robots.txt cannot be read
 * @param pages which wishes of single pages are respected
 * @param maxCrawlDelay a longer {@code Crawl-delay} of a robots.txt is taken as this; default 60 seconds
 * @param maxRetryAfter a longer {@code Retry-After} is taken as this; default 1 hour
 * @param maxBackoff longest pause for a host in trouble that names none itself; default 1 hour
 */
public record Manners(
        RobotsPolicy robots,
        DirectivePolicy pages,
        Duration maxCrawlDelay,
        Duration maxRetryAfter,
        Duration maxBackoff) {

    public static final Manners DEFAULT = new Manners(
            RobotsPolicy.DEFAULT,
            DirectivePolicy.DEFAULT,
            Duration.ofSeconds(60),
            Duration.ofHours(1),
            Duration.ofHours(1));
}
