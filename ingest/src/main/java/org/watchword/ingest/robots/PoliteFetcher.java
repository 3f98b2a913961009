package org.watchword.ingest.robots;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.Fetched.Failed;
import org.watchword.ingest.http.Fetcher;

/**
 * Fetches an address as its host wishes: robots.txt asked before every request, redirects followed one by one and each checked anew,
 * one request per host at a time with a pause between, and out of the way when the host says it is busy.
 */
public final class PoliteFetcher {

    private final Fetcher http;
    private final RobotRules robots;
    private final PacedHttp paced;
    private final int maxRedirects;
    private final Duration maxCrawlDelay;
    private final Territory territory;

    /**
     * @param maxCrawlDelay a longer {@code Crawl-delay} is taken as this
     * @param territory redirects that lead out of it are not followed
     */
    public PoliteFetcher(
            Fetcher http,
            RobotRules robots,
            PacedHttp paced,
            int maxRedirects,
            Duration maxCrawlDelay,
            Territory territory) {
        this.http = http;
        this.robots = robots;
        this.paced = paced;
        this.maxRedirects = maxRedirects;
        this.maxCrawlDelay = maxCrawlDelay;
        this.territory = territory;
    }

    /**
     * Where a request ended.
     *
     * @param address after redirects
     * @param answer a redirect only where it leads out of the territory: {@code address} is then the one it leads to
     */
    public record Landed(WebAddress address, Fetched answer) {}

    /**
     * @param delay least pause between two requests to a host; a longer {@code Crawl-delay} counts instead
     * @param validators of the last capture, sent on every hop
     */
    public Landed get(WebAddress start, Fetched.Validators validators, boolean allowLoopback, Duration delay)
            throws InterruptedException {
        Set<String> seen = new HashSet<>();
        WebAddress at = start;
        while (true) {
            if (seen.size() > maxRedirects || !seen.add(at.url())) {
                return failed(at, "redirect-loop", "more than " + maxRedirects + " redirects, or one that leads back");
            }
            RobotRules.Verdict verdict = robots.check(at, allowLoopback, delay);
            if (verdict instanceof RobotRules.Verdict.Refused no) {
                return new Landed(
                        at,
                        new Failed(no.code(), no.reason(), no.retryable(), no.retryable() ? no.askAgainIn() : null));
            }
            Duration asked = ((RobotRules.Verdict.Allowed) verdict).crawlDelay();
            Duration pause = longer(delay, asked.compareTo(maxCrawlDelay) < 0 ? asked : maxCrawlDelay);
            WebAddress here = at;
            Fetched answer = paced.send(here, pause, () -> http.get(here.url(), validators, allowLoopback));
            if (!(answer instanceof Fetched.Redirect redirect)) {
                return new Landed(at, answer);
            }
            Optional<WebAddress> next = at.resolve(redirect.location());
            if (next.isEmpty()) {
                return failed(at, "bad-redirect", "redirect to no http or https address: " + redirect.location());
            }
            at = next.get();
            if (!territory.holds(at.host())) {
                return new Landed(at, answer);
            }
        }
    }

    /**
     * Asks for the robots.txt that speaks for an address where it is not known. For whoever would rather serve other hosts than wait for
     * the pause that follows.
     *
     * @return whether it had to be asked for
     */
    public boolean prepare(WebAddress address, boolean allowLoopback, Duration delay) throws InterruptedException {
        if (robots.knows(address, allowLoopback)) {
            return false;
        }
        robots.check(address, allowLoopback, delay);
        return true;
    }

    private static Landed failed(WebAddress at, String code, String reason) {
        return new Landed(at, new Failed(code, reason, false, null));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
