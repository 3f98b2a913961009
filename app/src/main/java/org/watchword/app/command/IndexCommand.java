package org.watchword.app.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.IndexMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code watchword index}: the index across versions of the program. */
@Command(
        name = "index",
        description = "Take the index over from an earlier version.",
        synopsisSubcommandLabel = "COMMAND")
final class IndexCommand extends CommandGroup {

    private static final long SECONDS = 30;

    IndexCommand() {
        super("'watchword index migrate' takes indices of an earlier version over.");
    }

    @Command(
            name = "migrate",
            description =
                    "Copy the rows of indices of an earlier version into new ones, and search those from then on.",
            footer = {
                "Nothing is analysed again. Every index role has to be stopped; the old indices stay.",
                "Stopped in the middle, it is simply run again."
            })
    int migrate(@Mixin CommonOptions common) {
        WatchwordConfig config = common.load(Map.of());
        requireNobodyWrites(config, Servers.kafka(config, common.data(config)));
        PrintWriter out = spec.commandLine().getOut();
        List<URI> servers = Servers.elasticsearch(config, common.data(config));
        try (ElasticsearchConnection connection = ElasticsearchAccess.open(config.elasticsearch(), servers)) {
            List<IndexMigration.Moved> moved = new IndexMigration(connection).run();
            moved.forEach(index -> out.printf(
                    "%s: %,d rows of %s are in %s%n", index.alias(), index.rows(), index.from(), index.to()));
            if (moved.isEmpty()) {
                out.println("Every index is of this version.");
            }
            out.flush();
        }
        return 0;
    }

    private static void requireNobodyWrites(WatchwordConfig config, String servers) {
        Map<String, Object> client = new HashMap<>(config.kafka().clientProperties(servers));
        String group = config.kafka().topicPrefix() + "index";
        try (Admin admin = Admin.create(client)) {
            int members =
                    admin.describeConsumerGroups(List.of(group)).all().get(SECONDS, TimeUnit.SECONDS).values().stream()
                            .mapToInt(described -> described.members().size())
                            .sum();
            if (members > 0) {
                throw new LineException(
                        members + " index roles are writing into the index; stop every one of them first.");
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new LineException("Kafka at " + servers + " does not answer: " + e.getMessage(), e);
            }
        } catch (TimeoutException | KafkaException e) {
            throw new LineException("Kafka at " + servers + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineException("The command was interrupted.", e);
        }
    }
}
