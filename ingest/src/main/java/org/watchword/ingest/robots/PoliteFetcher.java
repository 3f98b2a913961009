package org.watchword.ingest.robots;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.Fetched.Failed;
import org.watchword.ingest.http.HttpFetcher;

/**
 * Fetches an address as its host wishes: robots.txt asked before every request, redirects followed one by one and each checked anew,
 * one request per host at a time with a pause between, and out of the way when the host says it is busy.
 */
public final class PoliteFetcher {

    private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(1);

    private final HttpFetcher http;
    private final RobotRules robots;
    private final HostPacing pacing;
    private final int maxRedirects;
    private final Duration maxCrawlDelay;
    private final Duration maxRetryAfter;

    /**
     * @param maxCrawlDelay a longer {@code Crawl-delay} is taken as this
     * @param maxRetryAfter a longer {@code Retry-After} is taken as this
     */
    public PoliteFetcher(
            HttpFetcher http,
            RobotRules robots,
            HostPacing pacing,
            int maxRedirects,
            Duration maxCrawlDelay,
            Duration maxRetryAfter) {
        this.http = http;
        this.robots = robots;
        this.pacing = pacing;
        this.maxRedirects = maxRedirects;
        this.maxCrawlDelay = maxCrawlDelay;
        this.maxRetryAfter = maxRetryAfter;
    }

    /**
     * Where a request ended.
     *
     * @param address after redirects
     * @param answer never a redirect
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
                return new Landed(at, new Failed(no.code(), no.reason(), no.retryable(), null));
            }
            Duration asked = ((RobotRules.Verdict.Allowed) verdict).crawlDelay();
            Fetched answer = paced(at, validators, allowLoopback, longer(delay, shorter(asked, maxCrawlDelay)));
            if (!(answer instanceof Fetched.Redirect redirect)) {
                return new Landed(at, answer);
            }
            Optional<WebAddress> next = at.resolve(redirect.location());
            if (next.isEmpty()) {
                return failed(at, "bad-redirect", "redirect to no http or https address: " + redirect.location());
            }
            at = next.get();
        }
    }

    private Fetched paced(WebAddress at, Fetched.Validators validators, boolean allowLoopback, Duration pause)
            throws InterruptedException {
        pacing.take(at.host());
        Duration after = pause;
        try {
            Fetched answer = http.get(at.url(), validators, allowLoopback);
            if (answer instanceof Failed failed) {
                after = longer(pause, backOff(failed));
            }
            return answer;
        } finally {
            pacing.release(at.host(), after);
        }
    }

    private Duration backOff(Failed failed) {
        if (failed.retryAfter() != null) {
            return shorter(failed.retryAfter(), maxRetryAfter);
        }
        boolean busy = failed.code().equals("http-429") || failed.code().equals("http-503");
        return busy ? SHORTEST_BACK_OFF : Duration.ZERO;
    }

    private static Landed failed(WebAddress at, String code, String reason) {
        return new Landed(at, new Failed(code, reason, false, null));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
