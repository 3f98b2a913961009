package org.watchword.ingest.robots;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One request per host at a time, and a pause between two. Safe for use by several threads. */
public final class HostPacing implements AutoCloseable {

    private static final long LONGEST_WAIT_MILLIS = 100;
    private static final long GUESS_MILLIS = 20;

    private final InstantSource clock;
    private final Map<String, Instant> nextAt = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Waiting waiting;
    private boolean closed;

    public HostPacing(InstantSource clock) {
        this(clock, Waiting.REAL);
    }

    public HostPacing(InstantSource clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * Waits until a request to {@code host} may be sent, and takes the host.
     *
     * @throws InterruptedException also when this has been closed
     * @throws Lease.LapsedException when the lease does not hold, or ends meanwhile
     */
    public synchronized void take(String host, Lease lease) throws InterruptedException {
        lease.require();
        while (closed || !isFree(host)) {
            if (closed) {
                throw new InterruptedException("no more requests");
            }
            Instant now = clock.instant();
            long millis = Duration.between(now, nextAt.getOrDefault(host, now)).toMillis() + 1;
            // While another thread holds the host there is no time to wait for: it will notify.
            waiting.on(
                    this,
                    Duration.ofMillis(
                            busy.contains(host) ? LONGEST_WAIT_MILLIS : Math.min(millis, LONGEST_WAIT_MILLIS)));
            lease.require();
        }
        busy.add(host);
    }

    /** Gives the host back; the next request may be sent after {@code pause}. */
    public synchronized void release(String host, Duration pause) {
        busy.remove(host);
        backOff(host, pause);
    }

    /** No request to {@code host} for {@code pause} from now; never shortens an earlier pause. */
    public synchronized void backOff(String host, Duration pause) {
        Instant until = clock.instant().plus(pause);
        nextAt.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
        notifyAll();
    }

    /** Whether a request to {@code host} could be sent at once. */
    public synchronized boolean isFree(String host) {
        Instant next = nextAt.get(host);
        return !busy.contains(host) && (next == null || !clock.instant().isBefore(next));
    }

    /** Time until a request to {@code host} may be sent, the request under way left out; zero when there is none. */
    public synchronized Duration remaining(String host) {
        Instant next = nextAt.get(host);
        Duration left = next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Milliseconds until a request to {@code host} could be sent; 0 for at once, a guess while one is under way. */
    public synchronized long waitMillis(String host) {
        Instant next = nextAt.get(host);
        long left = next == null ? 0 : Duration.between(clock.instant(), next).toMillis() + 1;
        return isFree(host) ? 0 : Math.max(left, GUESS_MILLIS);
    }

    /** Ends all waiting. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
