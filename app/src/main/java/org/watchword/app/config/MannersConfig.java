package org.watchword.app.config;

import java.time.Duration;
import org.watchword.ingest.page.DirectivePolicy;
import org.watchword.ingest.page.DirectivePolicy.Heed;
import org.watchword.ingest.robots.Manners;
import org.watchword.ingest.robots.RobotsPolicy;
import org.watchword.ingest.robots.RobotsPolicy.Answer;
import org.watchword.ingest.robots.RobotsPolicy.Unreachable;

/**
 * What to do where a host is in trouble, and which wishes of its pages are respected.
 *
 * @param maxRetryAfter a longer {@code Retry-After} is taken as this
 * @param maxBackoff longest pause for a host in trouble that names none
 * @param robotsUnavailable when robots.txt answers 4xx
 * @param robotsForbidden when robots.txt answers 401 or 403
 * @param robotsUnreachable when robots.txt answers 5xx or 429, or not at all
 * @param robotsOutage time after which an unreachable robots.txt counts as unavailable; zero means never
 * @param noindex of pages
 * @param nofollow of list pages
 * @param noarchive of pages
 * @param unavailableAfter of pages
 */
public record MannersConfig(
        @Default("1 h") Duration maxRetryAfter,
        @Default("1 h") Duration maxBackoff,
        @Default("allow") Answer robotsUnavailable,
        @Default("allow") Answer robotsForbidden,
        @Default("refuse") Unreachable robotsUnreachable,
        @Default("0 s") Duration robotsOutage,
        @Default("respect") Heed noindex,
        @Default("respect") Heed nofollow,
        @Default("respect") Heed noarchive,
        @Default("respect") Heed unavailableAfter) {

    /** As the fetch stage takes them. */
    public Manners manners(Duration maxCrawlDelay) {
        return new Manners(
                new RobotsPolicy(robotsUnavailable, robotsForbidden, robotsUnreachable, robotsOutage),
                new DirectivePolicy(noindex, nofollow, noarchive, unavailableAfter),
                maxCrawlDelay,
                maxRetryAfter,
                maxBackoff);
    }
}
