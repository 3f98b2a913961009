package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.KafkaFailure;
import org.watchword.app.line.LineException;
import org.watchword.app.status.Account;
import org.watchword.app.status.AccountTable;
import org.watchword.app.status.CoverageReader;
import org.watchword.app.status.HealthTable;
import org.watchword.app.status.Progress;
import org.watchword.app.status.ProgressReader;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code watchword status}: what became of every document, whether the numbers add up, and how the sources are. */
@Command(
        name = "status",
        description = "Show what became of every document, whether the numbers add up, and how the sources are.",
        footer = "Ends with 1 when the numbers do not add up; a source in trouble is a warning.")
final class StatusCommand implements Callable<Integer> {

    private static final int LOOKS = 3;
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--json", description = "print JSON instead of a table")
    private boolean json;

    @Option(
            names = {"-w", "--watch"},
            description = "look again and again, with rates, lag and delays, until Ctrl-C")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "with --watch: time between two looks")
    private int every = 2;

    @Option(
            names = "--looks",
            paramLabel = "N",
            defaultValue = "0",
            description = "with --watch: end after so many looks")
    private long looks;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WatchwordConfig config = common.load(Map.of());
        if (every < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--every must be at least 1, not " + every);
        }
        String servers = Servers.kafka(config, common.data(config));
        Map<String, String> client = config.kafka().clientProperties(servers);
        String prefix = config.kafka().topicPrefix();
        if (watch) {
            return watch(client, prefix);
        }
        Progress progress;
        List<SourceHealth> sources;
        try (ProgressReader reader = new ProgressReader(client, prefix, InstantSource.system());
                CoverageReader coverage = new CoverageReader(client, prefix + Topics.COVERAGE)) {
            progress = reader.read();
            // Stages publish about once a second and not in step: what fails must still fail a moment later.
            for (int i = 0; progress.account().failed() && i < LOOKS; i++) {
                TimeUnit.SECONDS.sleep(1);
                progress = reader.read();
            }
            sources = SourceHealth.of(coverage.read(), InstantSource.system().instant());
        } catch (KafkaException e) {
            throw new LineException("Kafka at " + servers + " does not answer: " + KafkaFailure.inWords(e), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        Account account = progress.account();
        if (json) {
            ObjectNode answer = tree(progress);
            answer.set("sources", JSON.valueToTree(sources));
            out.println(JSON.writeValueAsString(answer));
        } else {
            out.print(AccountTable.of(account));
            out.print(sources.isEmpty() ? "" : "\n" + HealthTable.of(sources));
            out.flush();
        }
        return account.failed() ? 1 : 0;
    }

    private int watch(Map<String, String> client, String prefix) throws InterruptedException {
        WatchLoop loop = new WatchLoop(
                spec.commandLine().getOut(),
                Terminal.of(System.getenv()),
                () -> Terminal.size(System.getenv()),
                Duration.ofSeconds(every));
        // Ctrl-C ends the process: the terminal gets its cursor back.
        Thread looking = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(looking, ended), "end of watching");
        Runtime.getRuntime().addShutdownHook(hook);
        try (ProgressReader reader = new ProgressReader(client, prefix, InstantSource.system())) {
            boolean addsUp =
                    loop.run(reader::read, looks, json ? progress -> JSON.writeValueAsString(tree(progress)) : null);
            return addsUp ? 0 : 1;
        } catch (InterruptedException e) {
            return 0;
        } finally {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It ends because of it.
            }
        }
    }

    private static void end(Thread looking, CountDownLatch ended) {
        looking.interrupt();
        try {
            var unused = ended.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode tree(Progress progress) {
        ObjectNode answer = JSON.valueToTree(progress.account());
        answer.put("at", progress.at().toString());
        answer.set("waiting", JSON.valueToTree(progress.waiting()));
        answer.set("lag", JSON.valueToTree(progress.lag()));
        answer.set("delays", JSON.valueToTree(progress.quantiles()));
        return answer;
    }
}
