package org.watchword.app.command;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work done on several threads whose results come out in the order it was handed in. A bounded number of results waits at any time, so
 * input of any length is worked off in constant memory. Used from one thread.
 *
 * @param <T> the result
 */
final class OrderedWork<T> implements AutoCloseable {

    private static final int WAITING_PER_THREAD = 4;

    private final ExecutorService threads;
    private final Queue<Future<T>> waiting = new ArrayDeque<>();
    private final int most;
    private final Consumer<T> results;

    OrderedWork(int threads, Consumer<T> results) {
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "work");
            thread.setDaemon(true);
            return thread;
        });
        this.most = threads * WAITING_PER_THREAD;
        this.results = results;
    }

    void add(Callable<T> work) {
        while (waiting.size() >= most) {
            deliver();
        }
        waiting.add(threads.submit(work));
    }

    /** Delivers what is left. */
    @Override
    public void close() {
        while (!waiting.isEmpty()) {
            deliver();
        }
        threads.shutdown();
    }

    private void deliver() {
        try {
            results.accept(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.clear();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
