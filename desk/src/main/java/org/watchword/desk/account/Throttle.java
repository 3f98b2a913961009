package org.watchword.desk.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who guesses: after some failures each further one doubles the wait, from a second on. Forgets after an hour without
 * failure, and first who failed longest ago when there are very many. Thread-safe.
 */
public final class Throttle {

    private static final int MOST = 20_000;
    private static final Duration FORGET = Duration.ofHours(1);

    private final int free;
    private final Duration longest;
    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    private record Failures(int count, Instant last) {}

    /**
     * @param free failures without a wait
     * @param longest the longest wait
     */
    public Throttle(int free, Duration longest, InstantSource clock) {
        this.free = free;
        this.longest = longest;
        this.clock = clock;
    }

    /** How long this one has still to wait; empty when not at all. */
    public synchronized Optional<Duration> wait(String who) {
        Failures known = failures.get(who);
        if (known == null || known.count() < free) {
            return Optional.empty();
        }
        long seconds = Math.min(longest.toSeconds(), 1L << Math.min(30, known.count() - free));
        Duration left = Duration.between(clock.instant(), known.last().plusSeconds(seconds));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    public synchronized void failed(String who) {
        Instant now = clock.instant();
        failures.values().removeIf(known -> known.last().plus(FORGET).isBefore(now));
        if (failures.size() >= MOST && !failures.containsKey(who)) {
            failures.remove(failures.keySet().iterator().next());
        }
        Failures known = failures.get(who);
        failures.put(who, new Failures(known == null ? 1 : known.count() + 1, now));
    }

    public synchronized void succeeded(String who) {
        failures.remove(who);
    }
}
