package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchword.app.line.LineRunner;

/** One run from its start to its end: whatever ends it, everything is closed, and then the process goes. */
final class Session {

    /** What a session does once it has a runner. */
    @FunctionalInterface
    interface Work {

        void open(LineRunner runner) throws InterruptedException;
    }

    private Session() {}

    /**
     * Opens the work, waits until a signal or a failure ends it, and closes it.
     *
     * @return the exit code
     */
    static int run(PrintWriter err, Work work) throws InterruptedException {
        LineRunner runner = new LineRunner();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean opening = new AtomicBoolean(true);
        Thread opener = Thread.currentThread();
        Thread hook = new Thread(
                () -> {
                    if (opening.get()) {
                        // It may be waiting for a server that nobody wants any more.
                        opener.interrupt();
                    } else {
                        err.println("Stopping.");
                    }
                    onSignal(runner, closed);
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        boolean signalled = false;
        try {
            work.open(runner);
            opening.set(false);
            Optional<String> failure = runner.awaitEnd();
            failure.ifPresent(sentence -> err.println("watchword: " + sentence));
            return failure.isPresent() ? 1 : 0;
        } finally {
            runner.close();
            closed.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is going already: the hook runs.
                signalled = true;
            }
            if (signalled) {
                // What this thread would still say about a start cut short is of no interest; it ends with the process.
                new CountDownLatch(1).await();
            }
        }
    }

    private static void onSignal(LineRunner runner, CountDownLatch closed) {
        runner.close();
        try {
            // The main thread may be in the middle of opening a part; it closes that one itself.
            var unused = closed.await(9, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
