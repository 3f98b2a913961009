package org.watchword.ingest.robots;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.watchword.ingest.http.Fetched;

/**
 * How long a host in trouble is left alone as a whole: after a 429, a 503 or a failed connection for the first pause, doubled with
 * each further one up to the longest, and never shorter than the host's own {@code Retry-After}. Up to a quarter is added by chance, so
 * that crawlers turned away together do not come back together. Any other answer ends it. Safe for use by several threads.
 */
public final class HostBackoff {

    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.25;

    private final Duration first;
    private final Duration longest;
    private final Duration longestAsked;
    private final RandomGenerator random;
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();

    /**
     * @param first pause after the first sign of trouble
     * @param longest the doubling ends here
     * @param longestAsked a longer {@code Retry-After} is taken as this
     */
    public HostBackoff(Duration first, Duration longest, Duration longestAsked, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.longestAsked = longestAsked;
        this.random = random;
    }

    /** How long to stay away after this answer; zero when nothing is wrong with the host. */
    public Duration after(String host, Fetched answer) {
        if (!(answer instanceof Fetched.Failed failed) || !isTrouble(failed)) {
            troubles.remove(host);
            return Duration.ZERO;
        }
        int before = troubles.merge(host, 1, Integer::sum) - 1;
        Duration own = first.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        Duration pause = own.compareTo(longest) < 0 ? own : longest;
        Duration asked = failed.retryAfter();
        if (asked != null) {
            Duration taken = asked.compareTo(longestAsked) < 0 ? asked : longestAsked;
            pause = taken.compareTo(pause) > 0 ? taken : pause;
        }
        return pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
    }

    private static boolean isTrouble(Fetched.Failed failed) {
        return failed.retryAfter() != null
                || failed.code().equals("http-429")
                || failed.code().equals("http-503")
                || failed.code().equals("unreachable");
    }
}
