package org.watchword.ingest.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Until when this fetcher may take it that its parts are its own: for two thirds of a session after the last moment at which the group's
 * coordinator, asked then, has confirmed its membership. Time is taken from two clocks, and either may end it: one that counts on while
 * this process is stopped, and one that also counts while the whole machine sleeps. Thread-safe.
 */
final class Session {

    private final InstantSource clock;
    private final Duration valid;
    private volatile Until until = new Until(Instant.MIN, 0);

    /** A moment on both clocks. */
    record Until(Instant time, long nanos) {}

    Session(InstantSource clock, Duration session) {
        this.clock = clock;
        this.valid = session.multipliedBy(2).dividedBy(3);
    }

    /** How long a confirmation counts. */
    Duration valid() {
        return valid;
    }

    /** The moment before a question that may be confirmed. */
    Until now() {
        return new Until(clock.instant(), System.nanoTime());
    }

    /** The coordinator has confirmed what it was asked at that moment. */
    void confirmed(Until asked) {
        until = new Until(asked.time.plus(valid), asked.nanos + valid.toNanos());
    }

    boolean holds() {
        Until end = until;
        return clock.instant().isBefore(end.time) && System.nanoTime() - end.nanos < 0;
    }
}
