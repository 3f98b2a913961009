package org.watchword.ingest.robots;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.http.Fetched;
import org.watchword.ingest.http.Fetcher;

/**
 * What robots.txt files allow us (RFC 9309): a file that is not there (4xx) allows everything, one that cannot be had (5xx, 429, no
 * connection) forbids everything until it can; {@link RobotsPolicy} says otherwise where wished. The first 500 KiB of a file count, to
 * the last whole line (2.5). Kept for 24 hours (2.4), a failure for 10 minutes; the 10,000 origins last asked about are remembered. Safe
 * for use by several threads.
 */
public final class RobotRules {

    private static final int MAX_BYTES = 500 << 10;
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_ORIGINS = 10_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(10);

    private final Fetcher http;
    private final PacedHttp paced;
    private final RobotsPolicy policy;
    private final Outages outages;
    private final InstantSource clock;
    private final String agent;
    private final Territory territory;
    private final Map<String, Cached> byOrigin = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
            return size() > MAX_ORIGINS;
        }
    };

    /**
     * @param userAgent its product token, the part before {@code /}, is the name looked for
     * @param territory a redirect that leads out of it is not followed, for that host is another's to ask: what the file says is then
     *     not known, and nothing is asked of the host that sent us there
     */
    public RobotRules(
            Fetcher http,
            PacedHttp paced,
            RobotsPolicy policy,
            Outages outages,
            InstantSource clock,
            String userAgent,
            Territory territory) {
        this.http = http;
        this.paced = paced;
        this.policy = policy;
        this.outages = outages;
        this.clock = clock;
        this.agent = ProductToken.leading(userAgent);
        this.territory = territory;
    }

    /** What a robots.txt says about one address. */
    public sealed interface Verdict {

        /** @param crawlDelay pause the host asks for; zero when it asks for none */
        record Allowed(Duration crawlDelay) implements Verdict {}

        /**
         * @param code {@code robots}, or why the host could not be asked
         * @param retryable whether the answer may change soon
         * @param askAgainIn until the host will be asked again
         */
        record Refused(String code, String reason, boolean retryable, Duration askAgainIn) implements Verdict {}
    }

    /**
     * @param from when it was asked; a clock that shows an earlier time was put back, and nobody knows how old the answer is
     * @param until when to ask again
     * @param rules of the file; without a refusal, null allows everything
     * @param closed while the file cannot be had
     */
    private record Cached(
            Instant from,
            Instant until,
            boolean allowLoopback,
            @Nullable RobotsTxt rules,
            @Nullable Closed closed) {}

    private record Closed(String code, String reason, boolean retryable) {}

    /** Asks the host where its answer is not known, waiting for its turn. */
    public Verdict check(WebAddress address, boolean allowLoopback, Duration pause) throws InterruptedException {
        String origin = address.origin();
        Cached known = fresh(origin, allowLoopback);
        if (known == null) {
            known = judged(ask(address, allowLoopback, pause), origin, allowLoopback);
            synchronized (byOrigin) {
                byOrigin.put(origin, known);
            }
        }
        Duration wait = Duration.between(clock.instant(), known.until);
        if (known.closed != null) {
            return new Verdict.Refused(known.closed.code, known.closed.reason, known.closed.retryable, wait);
        }
        RobotsTxt rules = known.rules;
        if (rules == null) {
            return new Verdict.Allowed(Duration.ZERO);
        }
        return rules.refusing(address.url())
                .<Verdict>map(rule -> new Verdict.Refused("robots", "robots.txt says " + rule, false, wait))
                .orElseGet(() -> new Verdict.Allowed(rules.crawlDelay()));
    }

    /** Whether {@link #check} would answer without asking the host. */
    public boolean knows(WebAddress address, boolean allowLoopback) {
        return fresh(address.origin(), allowLoopback) != null;
    }

    private @Nullable Cached fresh(String origin, boolean allowLoopback) {
        Cached known = last(origin);
        Instant now = clock.instant();
        return known != null
                        && known.allowLoopback == allowLoopback
                        && !now.isBefore(known.from)
                        && now.isBefore(known.until)
                ? known
                : null;
    }

    private @Nullable Cached last(String origin) {
        synchronized (byOrigin) {
            return byOrigin.get(origin);
        }
    }

    /** The answer after redirects; a redirect is answered where there are too many, or one leads nowhere. */
    private Fetched ask(WebAddress address, boolean allowLoopback, Duration pause) throws InterruptedException {
        WebAddress next = WebAddress.of(address.origin() + "/robots.txt").orElse(address);
        for (int hop = 0; ; hop++) {
            WebAddress at = next;
            Fetched answer = paced.send(at, pause, () -> http.getHead(at.url(), allowLoopback, MAX_BYTES));
            Optional<WebAddress> target =
                    answer instanceof Fetched.Redirect redirect ? at.resolve(redirect.location()) : Optional.empty();
            if (target.isEmpty() || hop == MAX_REDIRECTS) {
                return answer;
            }
            if (!territory.holds(target.get().host())) {
                return new Fetched.Failed(
                        "robots-elsewhere",
                        "leads to " + target.get().host() + ", which another fetcher asks, so all is closed",
                        true,
                        null);
            }
            next = target.get();
        }
    }

    private Cached judged(Fetched answer, String origin, boolean allowLoopback) {
        if (answer instanceof Fetched.Failed failed && isUnreachable(failed)) {
            return unreachable(failed, origin, allowLoopback);
        }
        outages.ended(origin);
        if (answer instanceof Fetched.Body body) {
            return kept(allowLoopback, RobotsTxt.parse(wholeLines(body.payload()), agent));
        }
        if (answer instanceof Fetched.Failed failed && !failed.code().startsWith("http-2")) {
            boolean forbidden =
                    failed.code().equals("http-401") || failed.code().equals("http-403");
            if ((forbidden ? policy.forbidden() : policy.unavailable()) == RobotsPolicy.Answer.REFUSE) {
                String reason = "robots.txt answers " + failed.reason() + ", which is set to refuse";
                return closed(KEPT, new Closed("robots", reason, false), allowLoopback);
            }
        }
        // Not there; or, after five redirects, to be taken as not there (2.3.1.2).
        return kept(allowLoopback, null);
    }

    private static boolean isUnreachable(Fetched.Failed failed) {
        String code = failed.code();
        boolean unavailable = code.startsWith("http-4") && !code.equals("http-429")
                || code.startsWith("http-2")
                || code.equals("not-found")
                || code.equals("gone");
        return !unavailable;
    }

    private Cached unreachable(Fetched.Failed failed, String origin, boolean allowLoopback) {
        Instant now = clock.instant();
        Instant began = outages.began(origin, now);
        if (policy.hasPassed(Duration.between(began, now))) {
            return new Cached(now, now.plus(FAILURE_KEPT), allowLoopback, null, null);
        }
        Cached last = last(origin);
        if (policy.unreachable() == RobotsPolicy.Unreachable.CACHED && last != null && last.closed == null) {
            return new Cached(now, now.plus(FAILURE_KEPT), allowLoopback, last.rules, null);
        }
        boolean answered = failed.code().startsWith("http-");
        String reason = answered
                ? "robots.txt answers " + failed.reason() + ", so all is closed"
                : "robots.txt: " + failed.reason();
        Duration asked = failed.retryAfter();
        return closed(
                asked != null && asked.compareTo(FAILURE_KEPT) < 0 ? asked : FAILURE_KEPT,
                new Closed(answered ? "robots" : failed.code(), reason, answered || failed.retryable()),
                allowLoopback);
    }

    /** A rule that the limit cuts in two would cover more than it says. */
    private static byte[] wholeLines(byte[] file) {
        int end = file.length;
        if (end >= MAX_BYTES) {
            while (end > 0 && file[end - 1] != '\n' && file[end - 1] != '\r') {
                end--;
            }
        }
        return end == file.length ? file : Arrays.copyOf(file, end);
    }

    private Cached closed(Duration kept, Closed why, boolean allowLoopback) {
        Instant now = clock.instant();
        return new Cached(now, now.plus(kept), allowLoopback, null, why);
    }

    private Cached kept(boolean allowLoopback, @Nullable RobotsTxt rules) {
        Instant now = clock.instant();
        return new Cached(now, now.plus(KEPT), allowLoopback, rules, null);
    }
}
