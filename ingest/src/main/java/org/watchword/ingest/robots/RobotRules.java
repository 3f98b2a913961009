package org.watchword.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.HttpFetcher;

/**
 * What robots.txt files allow us (RFC 9309): a file that is not there (4xx) allows everything, one that cannot be had (5xx, 429, no
 * connection) forbids everything until it can. The first 500 KiB of a file count. Kept for 24 hours, a failure for 10 minutes.
 */
public final class RobotRules {

    private static final int MAX_BYTES = 500 << 10;
    private static final int MAX_REDIRECTS = 5;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(10);

    private final HttpFetcher http;
    private final HostPacing pacing;
    private final InstantSource clock;
    private final String agent;
    private final Map<String, Cached> byOrigin = new ConcurrentHashMap<>();

    /** @param userAgent its product token, the part before {@code /}, is the name looked for */
    public RobotRules(HttpFetcher http, HostPacing pacing, InstantSource clock, String userAgent) {
        this.http = http;
        this.pacing = pacing;
        this.clock = clock;
        this.agent = userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** What a robots.txt says about one address. */
    public sealed interface Verdict {

        /** @param crawlDelay pause the host asks for; zero when it asks for none */
        record Allowed(Duration crawlDelay) implements Verdict {}

        /**
         * @param code {@code robots}, or why the host could not be asked
         * @param retryable whether the answer may change soon
         */
        record Refused(String code, String reason, boolean retryable) implements Verdict {}
    }

    private record Cached(
            Instant until, boolean allowLoopback, @Nullable BaseRobotRules rules, Verdict.@Nullable Refused refused) {}

    /** Asks the host where its answer is not known, waiting for its turn. */
    public Verdict check(WebAddress address, boolean allowLoopback, Duration pause) throws InterruptedException {
        String origin = address.origin();
        Cached known = byOrigin.get(origin);
        if (known == null
                || known.allowLoopback != allowLoopback
                || !clock.instant().isBefore(known.until)) {
            known = ask(address, allowLoopback, pause);
            byOrigin.put(origin, known);
        }
        if (known.refused != null) {
            return known.refused;
        }
        BaseRobotRules rules = known.rules;
        if (rules == null || rules.isAllowed(address.url())) {
            long delay = rules == null ? 0 : rules.getCrawlDelay();
            return new Verdict.Allowed(delay > 0 ? Duration.ofMillis(delay) : Duration.ZERO);
        }
        return new Verdict.Refused("robots", "robots.txt does not allow it", false);
    }

    private Cached ask(WebAddress address, boolean allowLoopback, Duration pause) throws InterruptedException {
        WebAddress next = WebAddress.of(address.origin() + "/robots.txt").orElse(address);
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Fetched answer;
            pacing.take(next.host());
            try {
                answer = http.getHead(next.url(), allowLoopback, MAX_BYTES);
            } finally {
                pacing.release(next.host(), pause);
            }
            if (answer instanceof Fetched.Redirect redirect) {
                Optional<WebAddress> target = next.resolve(redirect.location());
                if (target.isEmpty()) {
                    return open(allowLoopback);
                }
                next = target.get();
            } else {
                return judged(answer, next, allowLoopback);
            }
        }
        // RFC 9309, 2.3.1.2: after five redirects the file may be taken as unavailable.
        return open(allowLoopback);
    }

    private Cached judged(Fetched answer, WebAddress at, boolean allowLoopback) {
        if (answer instanceof Fetched.Body body) {
            // A parser of its own per call: the library's keeps state. No limit on Crawl-delay here; the caller caps
            // it.
            BaseRobotRules rules = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                    .parseContent(at.url(), body.payload(), "text/plain", List.of(agent));
            return new Cached(clock.instant().plus(KEPT), allowLoopback, rules, null);
        }
        if (!(answer instanceof Fetched.Failed failed)) {
            return open(allowLoopback);
        }
        String code = failed.code();
        boolean closed = code.startsWith("http-5") || code.equals("http-429");
        if (closed) {
            return refused(
                    new Verdict.Refused("robots", "robots.txt answers " + failed.reason() + ", so all is closed", true),
                    allowLoopback);
        }
        if (code.startsWith("http-4") || code.equals("not-found") || code.equals("gone")) {
            return open(allowLoopback);
        }
        return refused(new Verdict.Refused(code, "robots.txt: " + failed.reason(), failed.retryable()), allowLoopback);
    }

    private Cached refused(Verdict.Refused refused, boolean allowLoopback) {
        return new Cached(clock.instant().plus(FAILURE_KEPT), allowLoopback, null, refused);
    }

    private Cached open(boolean allowLoopback) {
        return new Cached(clock.instant().plus(KEPT), allowLoopback, null, null);
    }
}
