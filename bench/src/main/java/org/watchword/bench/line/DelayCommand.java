package org.watchword.bench.line;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.Installation;
import org.watchword.app.line.LineRunner;
import org.watchword.app.line.RoleName;
import org.watchword.app.status.Progress;
import org.watchword.app.status.ProgressReader;
import org.watchword.app.status.ProgressScreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long documents take from their record to a search hit, at a given load. */
@Command(
        name = "delay",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes documents at an even rate to a line on real servers, and prints how long they take to be found: each leg",
            "of the way, p50, p95 and p99. The delay is measured by searching. Ends with 1 when p95 is above the aim."
        })
public final class DelayCommand implements Callable<Integer> {

    private static final String NAME = "delay";

    @Option(names = "--rate", description = "Documents a second. Default: ${DEFAULT-VALUE}.")
    private int rate = 20;

    @Option(names = "--seconds", description = "How long, at most 240. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--warmup",
            description = "Seconds before, at the same rate, that are not measured. Default: ${DEFAULT-VALUE}.")
    private int warmup = 20;

    @Option(names = "--threads", description = "Stream threads. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--commit-interval", description = "As analyze.commitInterval. Default: ${DEFAULT-VALUE}.")
    private String commitInterval = "200 ms";

    @Option(names = "--aim", description = "Seconds that p95 should not exceed. Default: ${DEFAULT-VALUE}.")
    private double aim = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Workload workload =
                new Workload(Installation.current().config().resolve("sample").resolve("site"));
        try (Servers servers = new Servers()) {
            // What warms up is counted by a line of another name, which runs in the same program.
            measure(servers, "warmup", workload, warmup);
            Progress progress = measure(servers, NAME, workload, seconds);
            new ProgressScreen(100, false).lines(progress, Map.of()).forEach(out::println);
            Progress.Delay delay = progress.quantiles().get("published-searchable");
            Long p95 = delay == null ? null : delay.p95();
            out.printf(
                    Locale.ROOT,
                    "%d documents a second for %d s, %d threads, commit interval %s: %d found, p95 %.2f s (aim %.1f s)%n",
                    rate,
                    seconds,
                    threads,
                    commitInterval,
                    delay == null ? 0 : delay.documents(),
                    p95 == null ? Double.NaN : p95 / 1000.0,
                    aim);
            out.flush();
            return p95 != null && p95 <= aim * 1000 ? 0 : 1;
        }
    }

    private Progress measure(Servers servers, String name, Workload workload, int howLong) throws InterruptedException {
        WatchwordConfig config = servers.config(
                name,
                Map.of(
                        "WATCHWORD_ANALYZE_THREADS",
                        Integer.toString(threads),
                        "WATCHWORD_ANALYZE_COMMIT_INTERVAL",
                        commitInterval));
        Map<String, String> client = servers.client(config);
        String prefix = config.kafka().topicPrefix();
        LineRunner runner = servers.open(name, config, Set.of(RoleName.ANALYZE, RoleName.INDEX));
        try (Feed feed = new Feed(client, prefix, workload);
                ProgressReader reader = new ProgressReader(client, prefix, InstantSource.system())) {
            // Models and rules are read with the first document.
            feed.publish(1);
            await(reader, 1);
            long begin = System.nanoTime();
            int sent = 1;
            for (int tick = 1; tick <= howLong * 10; tick++) {
                int due = rate * tick / 10;
                feed.publish(due + 1 - sent);
                sent = due + 1;
                long left = begin + TimeUnit.MILLISECONDS.toNanos(100L * tick) - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
            }
            return await(reader, sent);
        } finally {
            runner.close();
        }
    }

    /** Until so many can be found, as far as is measured; a document whose batch had no statement is not. */
    private static Progress await(ProgressReader reader, int documents) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        Progress progress = reader.read();
        while (System.nanoTime() < deadline) {
            long indexed = progress.account().stage("index").in();
            long found = progress.quantiles().values().stream()
                    .mapToLong(Progress.Delay::documents)
                    .min()
                    .orElse(0);
            if (indexed >= documents && found >= documents) {
                return progress;
            }
            TimeUnit.MILLISECONDS.sleep(500);
            progress = reader.read();
        }
        throw new IllegalStateException("not all documents were found: " + List.of(progress.account()));
    }
}
