package org.watchword.app.replay;

import java.time.Instant;

/**
 * What is done anew.
 *
 * @param since captured at or after
 * @param until captured before
 * @param extract whether pages are read anew from the archive, too
 * @param rate pages a second at the most, so that live work goes on
 */
public record ReplayRange(Instant since, Instant until, boolean extract, int rate) {

    boolean holds(Instant capturedAt) {
        return !capturedAt.isBefore(since) && capturedAt.isBefore(until);
    }
}
