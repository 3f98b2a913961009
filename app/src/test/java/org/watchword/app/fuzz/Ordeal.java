package org.watchword.app.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has a reader take changed inputs one after the other and finds the first that it does not stand: a crash, a hang, or memory without bound. */
final class Ordeal {

    /** Taken however long it is, so that a busy machine does not make a test of nothing. */
    private static final int LEAST = 15;

    /** Of the processor, not of the clock: a busy machine is no hang. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Taken from the heap in all for one input of at most 200 kB, whether or not it was given back. */
    private static final long MOST_BYTES = 4L << 30;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FuzzTarget target;
    private final List<byte[]> seeds;

    Ordeal(FuzzTarget target, List<byte[]> seeds) {
        this.target = target;
        this.seeds = seeds;
    }

    /**
     * Goes on until the time is up, and some have been taken.
     *
     * @param first seed of the first input; each next one has the next number
     * @return how many inputs were taken
     * @throws AssertionError naming the seed of the first that was not, and the file it was written to
     */
    long run(long first, Duration time) throws InterruptedException, IOException {
        long until = System.nanoTime() + time.toNanos();
        long seed = first;
        do {
            byte[] input = new Mutation(seed, seeds).next();
            Optional<String> trouble = trouble(input);
            if (trouble.isPresent()) {
                Path file = Path.of("target", "fuzz", target + "-" + seed);
                Files.createDirectories(Path.of("target", "fuzz"));
                Files.write(file, input);
                throw new AssertionError(
                        target + ", seed " + seed + " (" + file.toAbsolutePath() + "): " + trouble.get());
            }
            seed++;
        } while (System.nanoTime() < until || seed - first < LEAST);
        return seed - first;
    }

    private Optional<String> trouble(byte[] input) throws InterruptedException {
        long[] allocated = new long[1];
        FutureTask<Optional<String>> task = new FutureTask<>(() -> {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                target.read(input);
                return Optional.empty();
            } catch (Throwable e) {
                return target.expects(e) ? Optional.empty() : Optional.of(inWords(e));
            } finally {
                allocated[0] = THREADS.getCurrentThreadAllocatedBytes() - before;
            }
        });
        // The smallest stack that one of the program's threads may have.
        Thread thread = new Thread(null, task, "ordeal", 1 << 20);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                Optional<String> trouble = task.get(200, TimeUnit.MILLISECONDS);
                return trouble.isEmpty() && allocated[0] > MOST_BYTES
                        ? Optional.of("took " + (allocated[0] >> 20) + " MiB for " + input.length + " bytes")
                        : trouble;
            } catch (TimeoutException e) {
                if (THREADS.getThreadCpuTime(thread.getId()) > LONGEST.toNanos()) {
                    StringBuilder where = new StringBuilder();
                    for (StackTraceElement frame : thread.getStackTrace()) {
                        where.append("\n  ").append(frame);
                    }
                    return Optional.of("is still busy after " + LONGEST.toSeconds() + " s with " + input.length
                            + " bytes:" + where);
                }
            } catch (ExecutionException e) {
                return Optional.of(inWords(e));
            }
        }
    }

    private static String inWords(Throwable e) {
        StringBuilder words = new StringBuilder(e.toString());
        int frames = 0;
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frames++ < 12) {
                words.append("\n  ").append(frame);
            }
        }
        return words.toString();
    }
}
