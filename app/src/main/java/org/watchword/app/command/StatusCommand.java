package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.KafkaFailure;
import org.watchword.app.line.LineException;
import org.watchword.app.status.Account;
import org.watchword.app.status.AccountTable;
import org.watchword.app.status.CountsReader;
import org.watchword.app.status.CoverageReader;
import org.watchword.app.status.HealthTable;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.Topics;
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

    @Option(names = "--json", description = "print JSON instead of a table")
    private boolean json;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WatchwordConfig config = common.load(Map.of());
        String servers = Servers.kafka(config, common.data(config));
        Account account;
        List<SourceHealth> sources;
        Map<String, String> client = config.kafka().clientProperties(servers);
        String prefix = config.kafka().topicPrefix();
        try (CountsReader reader = new CountsReader(client, prefix + Topics.COUNTS);
                CoverageReader coverage = new CoverageReader(client, prefix + Topics.COVERAGE)) {
            account = Account.of(reader.read().values());
            // Stages publish about once a second and not in step: what fails must still fail a moment later.
            for (int i = 0; account.failed() && i < LOOKS; i++) {
                TimeUnit.SECONDS.sleep(1);
                account = Account.of(reader.read().values());
            }
            sources = SourceHealth.of(coverage.read(), InstantSource.system().instant());
        } catch (KafkaException e) {
            throw new LineException("Kafka at " + servers + " does not answer: " + KafkaFailure.inWords(e), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonMapper mapper = new JsonMapper();
            ObjectNode answer = mapper.valueToTree(account);
            answer.set("sources", mapper.valueToTree(sources));
            out.println(mapper.writeValueAsString(answer));
        } else {
            out.print(AccountTable.of(account));
            out.print(sources.isEmpty() ? "" : "\n" + HealthTable.of(sources));
            out.flush();
        }
        return account.failed() ? 1 : 0;
    }
}
