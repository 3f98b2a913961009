package org.watchword.app.sample;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.app.status.Account;
import org.watchword.app.status.CountsReader;
import org.watchword.model.StageCounts;

/** Tells how the demo gets on: a line when something moved, a summary with the address when all is done. */
public final class DemoProgress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProgress.class);
    private static final Duration TICK = Duration.ofMillis(500);

    /** As long as nothing moves for this time and everything adds up, the work is done. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final CountsReader counts;
    private final Supplier<Optional<StatementTotals>> totals;
    private final PrintWriter out;
    private final long begin;
    private final String address;
    private final Account atStart;
    private Account last;
    private long movedAt = System.nanoTime();
    private boolean announced;

    private DemoProgress(
            CountsReader counts,
            Supplier<Optional<StatementTotals>> totals,
            PrintWriter out,
            long begin,
            String address) {
        this.counts = counts;
        this.totals = totals;
        this.out = out;
        this.begin = begin;
        this.address = address;
        this.atStart = Account.of(counts.read().values());
        this.last = atStart;
    }

    /**
     * Begins to watch.
     *
     * @param counts read from one thread only, this one's
     * @param begin {@link System#nanoTime()} of the program's start
     * @param address of the search page
     */
    public static DemoProgress start(
            CountsReader counts,
            Supplier<Optional<StatementTotals>> totals,
            PrintWriter out,
            long begin,
            String address) {
        DemoProgress progress = new DemoProgress(counts, totals, out, begin, address);
        out.println(
                progress.last.stage("fetch").in() == 0
                        ? "Collecting the sample outlet."
                        : "Collecting what has changed at the sample outlet; "
                                + progress.last.stage("index").ended(StageCounts.EMITTED)
                                + " page versions are there from before.");
        var unused = progress.clock.scheduleWithFixedDelay(
                progress::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        return progress;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            var unused = clock.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            look();
        } catch (KafkaException e) {
            if (!clock.isShutdown()) {
                LOG.warn("the counters cannot be read: {}", e.getMessage());
            }
        } catch (RuntimeException e) {
            // A question that the end of the program cut short is nobody's trouble.
            if (!clock.isShutdown()) {
                LOG.error("the progress cannot be told", e);
            }
        }
    }

    private void look() {
        Account now = Account.of(counts.read().values());
        boolean moved = !now.equals(last);
        last = now;
        if (moved) {
            movedAt = System.nanoTime();
            if (!announced) {
                out.println("  " + sentence(atStart, now));
            }
            return;
        }
        boolean quiet = System.nanoTime() - movedAt > QUIET.toNanos();
        boolean begun = now.stage("fetch").in() > atStart.stage("fetch").in();
        if (!announced && quiet && begun && now.settled()) {
            announced = true;
            announce();
        }
    }

    private void announce() {
        out.printf(Locale.ROOT, "Done %.0f s after the start.", (System.nanoTime() - begin) / 1e9);
        totals.get()
                .ifPresent(t -> out.printf(
                        Locale.ROOT,
                        " %d statements can be searched: %d flagged, %d with a flag taken back by its context.",
                        t.all(),
                        t.flagged(),
                        t.context()));
        out.println();
        out.println();
        out.println("  Search:  " + address);
        out.println();
        out.println("It goes on watching the outlet. Ctrl-C stops everything; the data is kept.");
    }

    /** What has happened between two accounts, in words. */
    static String sentence(Account before, Account now) {
        List<String> fetched = new ArrayList<>();
        for (Map.Entry<String, Long> end : now.stage("fetch").out().entrySet()) {
            long number = end.getValue() - before.stage("fetch").out().getOrDefault(end.getKey(), 0L);
            if (number > 0) {
                fetched.add(number + " " + words(end.getKey()));
            }
        }
        return "fetched " + since(before, now, "fetch")
                + (fetched.isEmpty() ? "" : " (" + String.join(", ", fetched) + ")")
                + ", analysed " + since(before, now, "analyze")
                + ", indexed " + since(before, now, "index");
    }

    private static long since(Account before, Account now, String stage) {
        return now.stage(stage).in() - before.stage(stage).in();
    }

    private static String words(String status) {
        int colon = status.indexOf(':');
        String kind = colon < 0 ? status : status.substring(0, colon);
        String word = kind.equals(StageCounts.EMITTED) ? "new or changed" : kind;
        return colon < 0 ? word : word + ": " + status.substring(colon + 1).replace('-', ' ');
    }
}
