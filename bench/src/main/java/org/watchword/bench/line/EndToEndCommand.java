package org.watchword.bench.line;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
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
import org.watchword.app.status.Account;
import org.watchword.app.status.CountsReader;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Documents a second from the topic to a search hit, beside bulk requests alone. */
@Command(
        name = "end-to-end",
        mixinStandardHelpOptions = true,
        description = {
            "Puts documents on the topic, starts the roles analyze and index on them, and stops the time when all can be found.",
            "Then the index role alone on the same analyses, and the same final rows by bulk requests alone: the ceiling.",
            "Figures by the clock are worth what else the machine does; processor time is less so."
        })
public final class EndToEndCommand implements Callable<Integer> {

    @Option(names = "--documents", split = ",", description = "Numbers of documents, each a run. Default: 1000,10000.")
    private List<Integer> documents = List.of(1_000, 10_000);

    @Option(
            names = "--threads",
            split = ",",
            description = "Numbers of stream threads, each a run of the first number. Default: 1,2,4.")
    private List<Integer> threads = List.of(1, 2, 4);

    @Option(names = "--commit-interval", description = "As analyze.commitInterval. Default: ${DEFAULT-VALUE}.")
    private String commitInterval = "200 ms";

    @Option(
            names = "--warmup",
            description = "Documents of a run before, which is not told. Default: ${DEFAULT-VALUE}.")
    private int warmup = 500;

    @Option(
            names = "--copies",
            description = {
                "The index role alone and bulk requests alone get each analysis so many times, all but the first as of other pages: so that",
                "many documents need not be analysed first. Rows of all are held in memory. Default: ${DEFAULT-VALUE}."
            })
    private int copies = 1;

    @Option(
            names = "--rounds",
            description = {
                "How often the index role alone and bulk requests alone take turns, each told. The server compiles itself for minutes: of a",
                "first turn the index role pays for that, from the second on neither does. Default: ${DEFAULT-VALUE}."
            })
    private int rounds = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Workload workload =
                new Workload(Installation.current().config().resolve("sample").resolve("site"));
        long begin = System.nanoTime();
        try (Servers servers = new Servers()) {
            out.printf(Locale.ROOT, "servers up after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            RawBulk raw = new RawBulk(servers.elasticsearch());
            whole(servers, raw, workload, "warmup", warmup, 2);
            sinkAlone(servers, raw, "warmup", warmup, 1, 1);
            for (int number : threads) {
                String name = "t" + number;
                Work work = whole(servers, raw, workload, name, documents.get(0), number);
                out.printf("whole line, %d threads: %s%n", number, work.words());
                out.flush();
            }
            for (int number : documents) {
                String name = "d" + number;
                Work whole = whole(servers, raw, workload, name, number, 2);
                out.printf("%,d documents, whole line, 2 threads: %s%n", number, whole.words());
                for (int round = 1; round <= rounds; round++) {
                    turn(servers, raw, name, number, round, out);
                }
            }
            return 0;
        }
    }

    /** The index role alone, then bulk requests alone. */
    private void turn(Servers servers, RawBulk raw, String name, int number, int round, PrintWriter out)
            throws IOException, InterruptedException {
        Work sink = sinkAlone(servers, raw, name, number, copies, round);
        String bulkName = name + "-raw" + round;
        RawBulk.Bodies bodies = raw.prepare(sinkName(name, round), bulkName);
        Work.Watch watch = new Work.Watch();
        raw.send(bodies, bulkName);
        Work bulk = watch.stop((long) number * copies);
        out.printf("  turn %d: %,d documents, %,d rows%n", round, (long) number * copies, bodies.rows());
        out.printf("    index role alone:    %s%n", sink.words());
        out.printf("    bulk requests alone: %s%n", bulk.words());
        out.printf(
                Locale.ROOT,
                "    index role to bulk alone: %.2f by the clock, %.2f by processor time%n",
                sink.perSecond() / bulk.perSecond(),
                sink.perProcessorSecond() / bulk.perProcessorSecond());
        out.flush();
    }

    private static String sinkName(String from, int round) {
        return from + "-sink" + round;
    }

    private Work whole(Servers servers, RawBulk raw, Workload workload, String name, int number, int streamThreads)
            throws IOException, InterruptedException {
        WatchwordConfig config = servers.config(
                name,
                Map.of(
                        "WATCHWORD_ANALYZE_THREADS",
                        Integer.toString(streamThreads),
                        "WATCHWORD_ANALYZE_COMMIT_INTERVAL",
                        commitInterval));
        servers.createTopics(config);
        try (Feed feed = new Feed(servers.client(config), config.kafka().topicPrefix(), workload)) {
            feed.publish(number);
        }
        return run(servers, raw, config, name, EnumSet.of(RoleName.ANALYZE, RoleName.INDEX), number);
    }

    /** The analyses of a line that has run, copied to the topic of another. */
    private Work sinkAlone(Servers servers, RawBulk raw, String from, int number, int times, int round)
            throws IOException, InterruptedException {
        String name = sinkName(from, round);
        WatchwordConfig config = servers.config(name, Map.of());
        servers.createTopics(config);
        TopicCopy.copy(servers.client(config), from + "-" + Topics.ANALYSES, name + "-" + Topics.ANALYSES, times);
        return run(servers, raw, config, name, EnumSet.of(RoleName.INDEX), number * times);
    }

    private static Work run(
            Servers servers, RawBulk raw, WatchwordConfig config, String name, Set<RoleName> roles, int number)
            throws IOException, InterruptedException {
        // The counts alone: whoever asks the broker for lags as well, ten times a second, measures himself.
        try (CountsReader reader =
                new CountsReader(servers.client(config), config.kafka().topicPrefix() + Topics.COUNTS)) {
            Work.Watch watch = new Work.Watch();
            LineRunner runner = servers.open(name, config, roles);
            try {
                await(reader, number);
                while (raw.count(name + "-documents") < number) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                return watch.stop(number);
            } finally {
                runner.close();
            }
        }
    }

    private static void await(CountsReader reader, int number) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofHours(2).toNanos();
        while (System.nanoTime() < deadline) {
            if (Account.of(reader.read().values()).stage("index").in() >= number) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("not all documents were indexed");
    }
}
