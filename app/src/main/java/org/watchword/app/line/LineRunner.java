package org.watchword.app.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the open parts of a line and closes them, last opened first, exactly once. Thread-safe. */
public final class LineRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineRunner.class);

    /** Time for all parts together; a process that is still there after ten seconds looks hung to who pressed Ctrl-C. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final Duration patience;
    private final Object order = new Object();
    private boolean closing;

    private record Part(String name, AutoCloseable closeable) {}

    public LineRunner() {
        this(PATIENCE);
    }

    /** @param patience time for all parts together to close */
    LineRunner(Duration patience) {
        this.patience = patience;
    }

    /**
     * Opens a part, to be closed with the others.
     *
     * @throws LineException when the line is closing
     */
    public <T extends AutoCloseable> T open(String name, Supplier<T> opening) {
        requireOpen();
        T part = opening.get();
        keep(name, part);
        return part;
    }

    /** Opens a role: it is closed even when its start fails half-way. */
    public void start(Role role) {
        requireOpen();
        keep(role.name(), role);
        role.start();
    }

    /** Ends the line because a part cannot go on. The first sentence wins. */
    public void fail(String sentence) {
        synchronized (this) {
            if (closing) {
                return;
            }
        }
        failure.compareAndSet(null, sentence);
        ended.countDown();
    }

    /** Waits until {@link #fail} or {@link #close} is called; the sentence of the failure, if there was one. */
    public Optional<String> awaitEnd() throws InterruptedException {
        ended.await();
        return Optional.ofNullable(failure.get());
    }

    /**
     * Closes all parts in reverse order; who calls it while another does waits for that. A part that does not close in time is left behind,
     * and the log says so.
     */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        ended.countDown();
        // On a signal two threads come here. Taking parts in turns, one would stop the broker under a role that the
        // other still waits for.
        synchronized (order) {
            long deadline = System.nanoTime() + patience.toNanos();
            for (Part part = next(); part != null; part = next()) {
                close(part, deadline - System.nanoTime());
            }
        }
    }

    private synchronized void requireOpen() {
        if (closing) {
            throw new LineException("The program was asked to stop while it was starting.");
        }
    }

    private void keep(String name, AutoCloseable part) {
        boolean late;
        synchronized (this) {
            late = closing;
            if (!late) {
                parts.push(new Part(name, part));
            }
        }
        if (late) {
            close(new Part(name, part), patience.toNanos());
            requireOpen();
        }
    }

    private synchronized @Nullable Part next() {
        return parts.poll();
    }

    private static void close(Part part, long nanos) {
        Thread thread = new Thread(
                () -> {
                    try {
                        part.closeable().close();
                    } catch (Exception e) {
                        LOG.warn("{} did not close cleanly: {}", part.name(), e.toString());
                        LOG.debug("closing {}", part.name(), e);
                    }
                },
                "close-" + part.name());
        thread.setDaemon(true);
        thread.start();
        try {
            // Even without time left, each part is at least told.
            thread.join(Math.max(TimeUnit.NANOSECONDS.toMillis(nanos), 50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} did not close in time", part.name());
        }
    }
}
