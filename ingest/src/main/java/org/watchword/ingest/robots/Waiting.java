package org.watchword.ingest.robots;

import java.time.Duration;

/** How time is let pass while there is nothing to do. Another than {@link #REAL} goes with a clock that is moved by hand. */
public interface Waiting {

    /** Waits until the monitor is notified, at most so long. */
    Waiting REAL = (monitor, most) -> monitor.wait(Math.max(1, most.toMillis()));

    /**
     * May come back early; the caller looks again.
     *
     * @param monitor which the caller holds, and whose notification ends the wait
     */
    void on(Object monitor, Duration most) throws InterruptedException;
}
