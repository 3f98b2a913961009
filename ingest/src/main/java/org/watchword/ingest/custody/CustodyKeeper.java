package org.watchword.ingest.custody;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a custody log beside a running fetcher: what was captured, the ends of days, their timestamps. Its troubles stop nothing. */
public final class CustodyKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CustodyKeeper.class);

    private final ArchiveWatch watch;
    private final CustodyLog log;
    private final Optional<DayStamps> stamps;
    /** Whether everything that was there at the start has been entered: an archive of years takes its time, which no stop waits for. */
    private volatile boolean caughtUp;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "custody");
        thread.setDaemon(true);
        return thread;
    });

    /** @param authority stamps the heads of days; empty for none */
    public CustodyKeeper(ArchiveWatch watch, CustodyLog log, Optional<TimestampAuthority> authority) {
        this.watch = watch;
        this.log = log;
        this.stamps = authority.map(asked -> new DayStamps(log, asked));
    }

    /** Begins. @param every how long captures may wait for their entry */
    public void start(Duration every) {
        var unused = timer.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does now what is to be done; what fails is done by the next round. */
    public void round() {
        try {
            watch.note();
            caughtUp = true;
            log.endDays();
        } catch (IOException | RuntimeException e) {
            LOG.warn("custody log: {}; it is tried again", e.getMessage());
            return;
        }
        stamps.ifPresent(days -> {
            try {
                days.catchUp();
            } catch (IOException | RuntimeException e) {
                LOG.warn("custody log: no timestamp: {}; it is asked for again", e.getMessage());
            }
        });
    }

    /** Enters what was captured last, unless it has not got so far yet: then the next run goes on. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
            if (caughtUp) {
                watch.note();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("custody log: {}; the next run enters what is missing", e.getMessage());
        }
    }
}
