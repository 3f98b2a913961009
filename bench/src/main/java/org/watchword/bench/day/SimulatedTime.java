package org.watchword.bench.day;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.watchword.ingest.robots.Waiting;

/** Stands still while there is work, and goes on by a second whenever somebody waits. For one worker; after the end it stops. */
final class SimulatedTime implements InstantSource, Waiting {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Instant end;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Instant now;

    SimulatedTime(Instant begin, Duration length) {
        now = begin;
        end = begin.plus(length);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void on(Object monitor, Duration most) throws InterruptedException {
        if (now.isBefore(end)) {
            now = now.plus(STEP);
        } else {
            over.countDown();
            Waiting.REAL.on(monitor, Duration.ofMillis(50));
        }
    }

    boolean awaitEnd(Duration most) throws InterruptedException {
        return over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
