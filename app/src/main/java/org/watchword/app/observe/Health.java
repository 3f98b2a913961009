package org.watchword.app.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Whether each role does its work, and if not, why: asked every other second, so that the answer is there at once however slow a server
 * is that is asked. A question without an answer in time is a problem itself. Thread-safe.
 */
public final class Health implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** An answer this old says that nobody asks any more. */
    private static final Duration STALE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<String, Supplier<List<String>>> roles = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(Health::daemon);
    private final ExecutorService questions = Executors.newCachedThreadPool(Health::daemon);
    private final Map<String, CompletableFuture<List<String>>> open = new TreeMap<>();
    private volatile Report last;

    /**
     * What was found.
     *
     * @param at when the roles were asked
     * @param roles what keeps each from its work, in sentences; nothing when it does it
     */
    public record Report(Instant at, Map<String, List<String>> roles) {

        public Report {
            roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        }

        /** Whether every role does its work. */
        public boolean ready() {
            return roles.values().stream().allMatch(List::isEmpty);
        }
    }

    /** @param names of the roles that are being started */
    public Health(Iterable<String> names, InstantSource clock, Instruments instruments) {
        this.clock = clock;
        names.forEach(name -> roles.put(name, () -> List.of("it is being started")));
        names.forEach(name -> instruments.ready(
                name, () -> report().roles().getOrDefault(name, List.of()).isEmpty()));
        this.last = report(clock.instant(), List.of("it is being started"));
    }

    /** Begins to ask. */
    public void start() {
        rounds.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on this role is asked so. @param problems may take its time, and may fail */
    public void watch(String role, Supplier<List<String>> problems) {
        roles.put(role, problems);
    }

    /** The last answer; never waits. */
    public Report report() {
        Report now = last;
        return now.at.isBefore(clock.instant().minus(STALE))
                ? report(now.at, List.of("nobody has looked at it since " + now.at))
                : now;
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        questions.shutdownNow();
    }

    private Report report(Instant at, List<String> problems) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        synchronized (roles) {
            roles.keySet().forEach(role -> all.put(role, problems));
        }
        return new Report(at, all);
    }

    /** One round: a question that still waits for its answer is not asked once more. */
    void ask() {
        Map<String, Supplier<List<String>>> asked;
        synchronized (roles) {
            asked = new LinkedHashMap<>(roles);
        }
        asked.forEach((role, problems) ->
                open.computeIfAbsent(role, r -> CompletableFuture.supplyAsync(problems, questions)));
        Map<String, List<String>> found = new LinkedHashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        asked.keySet().forEach(role -> found.put(role, answer(role, deadline - System.nanoTime())));
        last = new Report(clock.instant(), found);
    }

    private List<String> answer(String role, long nanos) {
        CompletableFuture<List<String>> question = java.util.Objects.requireNonNull(open.get(role));
        try {
            List<String> problems = question.get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
            open.remove(role);
            return new ArrayList<>(problems);
        } catch (TimeoutException e) {
            return List.of("it does not say how it is");
        } catch (ExecutionException e) {
            open.remove(role);
            return List.of("it cannot say how it is: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("it was not asked");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }
}
