package org.watchword.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.watchword.app.status.Account;
import org.watchword.model.StageCounts;

/**
 * Faults upon a line at work. Before each some pages are published, so that there is always something under way; after it the line is
 * left until it has worked through all that is published. Three in ten come together with others.
 */
final class FaultTrial {

    /** The longest any client here waits for an answer is 30 s, a stalled stream task 5 min. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /**
     * How much is done.
     *
     * @param faults in all
     * @param patience before the next fault the line is left to recover, but no longer than this; what has not recovered is then struck again
     * @param most no fault is begun after so long
     */
    record Dose(int faults, Duration patience, Duration most) {

        /** Each fault is recovered from before the next, or the trial has failed. */
        static Dose of(int faults) {
            return new Dose(faults, PATIENCE, Duration.ofDays(1));
        }

        boolean mustRecover() {
            return patience.compareTo(PATIENCE) >= 0;
        }
    }

    private final LineProcesses line;
    private final GrowingOutlets outlets;
    private final int pages;
    private final Random random;
    private final PrintWriter log;
    private final FaultTable table = new FaultTable();

    FaultTrial(TwoLines.Scene scene) {
        this.line = scene.line();
        this.outlets = scene.outlets();
        this.pages = scene.pages();
        this.random = scene.random();
        this.log = scene.log();
    }

    /**
     * Strikes so often, and leaves all pages published.
     *
     * @param choice where faults come from
     * @param first faults that come before any other, in their order
     * @return how the line recovered
     * @throws IOException when it does not: it hangs or has lost something
     */
    FaultTable run(Dose dose, FaultChoice choice, List<Fault> first) throws Exception {
        int struck = 0;
        long end = System.nanoTime() + dose.most.toNanos();
        List<Fault> queue = new ArrayList<>(first);
        while (struck < dose.faults && System.nanoTime() < end) {
            List<Fault> group = new ArrayList<>();
            int together = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
            while (group.size() < Math.min(together, dose.faults - struck)) {
                group.add(queue.isEmpty() ? choice.next() : queue.remove(0));
            }
            struck += group.size();
            int published = (int) ((long) pages * struck / dose.faults);
            outlets.publish(published);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
            log.printf("%d of %d faults: %s%n", struck, dose.faults, names(group));
            log.flush();
            strike(group);
            recover(group, published, struck, dose);
        }
        outlets.publish(pages);
        return table;
    }

    private void recover(List<Fault> group, int published, int struck, Dose dose) throws Exception {
        long mended = System.nanoTime();
        boolean recovered = line.await(account -> isDone(account, published), dose.patience);
        Duration took = Duration.ofNanos(System.nanoTime() - mended);
        if (recovered) {
            table.add(group, took);
            log.printf("  %d pages, recovered in %.1f s%n", published, took.toMillis() / 1e3);
        } else if (dose.mustRecover()) {
            line.dumpThreads();
            throw new IOException("not recovered within " + PATIENCE.toMinutes() + " min after " + names(group) + " ("
                    + struck + " faults so far): " + line.account() + "; ended by themselves: " + line.ended());
        } else {
            table.addOvertaken(group);
            log.printf("  %d pages, not done yet after %.1f s%n", published, took.toMillis() / 1e3);
        }
        log.flush();
    }

    private void strike(List<Fault> group) throws Exception {
        for (Fault fault : group) {
            fault.strike().run();
            if (group.size() > 1) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
            }
        }
        for (Fault fault : group) {
            TimeUnit.MILLISECONDS.sleep(fault.hold().toMillis());
            fault.mend().run();
        }
    }

    private static String names(List<Fault> group) {
        return group.stream().map(Fault::kind).collect(Collectors.joining(" + "));
    }

    /** Whether all that was published has been searchable and counted. */
    static boolean isDone(Account account, long published) {
        return account.stage("fetch").ended(StageCounts.EMITTED) >= published
                && account.stage("analyze").ended(StageCounts.EMITTED) >= published
                && account.stage("index").in() >= published
                && account.settled();
    }
}
