package org.watchword.analyze.topology;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How often threads failed of late, and how long to wait before the next is begun. What passes, such as a full disk or a broker that is away,
 * gets time to pass; what does not is given up. A year of single failures is no reason to give up. Thread-safe.
 */
final class Failures {

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final int allowed;
    private final Deque<Long> times = new ArrayDeque<>();

    /** @param allowed failures in ten minutes that are borne */
    Failures(int allowed) {
        this.allowed = allowed;
    }

    /**
     * Notes a failure.
     *
     * @param now by {@link System#nanoTime}
     * @return the wait before going on; empty when it is time to give up
     */
    synchronized Optional<Duration> next(long now) {
        times.add(now);
        while (now - times.element() > WITHIN.toNanos()) {
            times.remove();
        }
        if (times.size() > allowed) {
            return Optional.empty();
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times.size() - 1, 20));
        return Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /** Failures in the last ten minutes, as of the last one. */
    synchronized int count() {
        return times.size();
    }
}
