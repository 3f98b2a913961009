package org.watchword.ingest;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.frontier.Frontier;

/**
 * Notices that the clock was put back, and moves what the frontier has planned along with it. Without, a clock that was hours ahead for a
 * minute would leave every address alone for hours. Thread-safe.
 */
final class ClockWatch {

    /** Less is waited out: time servers put clocks right by such steps. */
    private static final Duration NOTED = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    private final Frontier frontier;
    private Instant latest;

    /** @param frontier what it has seen tells what the clock of an earlier run has shown */
    ClockWatch(Frontier frontier) {
        this.frontier = frontier;
        this.latest = frontier.lastAttempt().orElse(Instant.MIN);
    }

    /** To be told the time now and then. */
    synchronized void look(Instant now) {
        if (now.plus(NOTED).isBefore(latest)) {
            Duration by = Duration.between(now, latest);
            log.warn("The clock was put back by {} s; what was planned is moved along with it", by.toSeconds());
            frontier.clockPutBack(now, by);
            latest = now;
        } else if (now.isAfter(latest)) {
            latest = now;
        }
    }
}
