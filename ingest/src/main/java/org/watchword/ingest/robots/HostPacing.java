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
    private final Map<String, Rest> rests = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Waiting waiting;
    private boolean closed;

    /** A pause of a host, as it was when it began. */
    private record Rest(Instant from, Instant until) {}

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
            long millis = remaining(host).toMillis() + 1;
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
        Instant now = clock.instant();
        Instant before = next(host, now);
        Instant until = now.plus(pause);
        rests.put(host, new Rest(now, until.isAfter(before) ? until : before));
        notifyAll();
    }

    /** When the host's pause ends. One that began in what is now the future begins anew: the clock was put back. */
    private Instant next(String host, Instant now) {
        Rest rest = rests.get(host);
        if (rest == null) {
            return Instant.MIN;
        }
        if (now.isBefore(rest.from)) {
            rest = new Rest(now, now.plus(Duration.between(rest.from, rest.until)));
            rests.put(host, rest);
        }
        return rest.until;
    }

    /** Whether a request to {@code host} could be sent at once. */
    public synchronized boolean isFree(String host) {
        Instant now = clock.instant();
        return !busy.contains(host) && !now.isBefore(next(host, now));
    }

    /** Time until a request to {@code host} may be sent, the request under way left out; zero when there is none. */
    public synchronized Duration remaining(String host) {
        Instant now = clock.instant();
        Instant next = next(host, now);
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** Milliseconds until a request to {@code host} could be sent; 0 for at once, a guess while one is under way. */
    public synchronized long waitMillis(String host) {
        return isFree(host) ? 0 : Math.max(remaining(host).toMillis() + 1, GUESS_MILLIS);
    }

    /** Ends all waiting. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
