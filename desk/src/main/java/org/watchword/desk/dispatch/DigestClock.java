package org.watchword.desk.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the rounds in a thread of its own. Start once, close once. */
public final class DigestClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DigestClock.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final long CLOSE_SECONDS = 5;

    private final DigestRounds rounds;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "watchword-digest");

    public DigestClock(DigestRounds rounds) {
        this.rounds = rounds;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Lets the way out under way be finished for a few seconds; what is not, others or the next start go on with. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            if (thread.isAlive()) {
                thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                try {
                    rounds.round();
                } catch (RuntimeException e) {
                    LOG.warn("digests wait: {}", e.toString());
                    LOG.debug("because of", e);
                }
            } while (!stopping.await(PAUSE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
