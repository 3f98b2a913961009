package org.watchword.ingest.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until moved. */
public final class TestingClock implements InstantSource {

    private volatile Instant now;

    public TestingClock(Instant start) {
        now = start;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
