package org.watchword.app.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apache Kafka's broker and controller in this process (KRaft combined mode), on loopback. Messages are kept for ever. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final int NODE = 1;
    private static final int ATTEMPTS = 3;

    private final CombinedServer server;
    private final String bootstrapServers;
    private final boolean reused;

    private EmbeddedKafka(CombinedServer server, String bootstrapServers, boolean reused) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.reused = reused;
    }

    /**
     * Starts the broker over a folder and returns when it answers.
     *
     * @param folder its messages; created when missing. An earlier run's messages are found again, also after a crash
     * @throws ServerException when it cannot run
     */
    public static EmbeddedKafka start(Path folder) {
        return start(folder, Map.of());
    }

    /**
     * As the other.
     *
     * @param more settings of the broker, laid over ours
     */
    public static EmbeddedKafka start(Path folder, Map<String, String> more) {
        boolean reused = BrokerStorage.prepare(folder, NODE, "CONTROLLER");
        Exit.setHaltProcedure(EmbeddedKafka::stopped);
        Exit.setExitProcedure(EmbeddedKafka::stopped);
        for (int attempt = 1; ; attempt++) {
            int clients = FreePort.any();
            int controller = FreePort.any();
            CombinedServer server = null;
            try {
                Map<String, Object> settings = new HashMap<>(settings(folder, clients, controller));
                settings.putAll(more);
                server = new CombinedServer(new KafkaConfig(settings));
                server.startup();
                return new EmbeddedKafka(server, "127.0.0.1:" + clients, reused);
            } catch (RuntimeException | Error e) {
                shutDown(server);
                boolean portTaken = !FreePort.isFree(clients) || !FreePort.isFree(controller);
                if (attempt == ATTEMPTS || !portTaken) {
                    throw new ServerException(
                            "The embedded Kafka broker could not start over " + folder + ": " + rootMessage(e), e);
                }
            }
        }
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Whether messages of an earlier run were found. */
    public boolean reused() {
        return reused;
    }

    /** Stops the broker; messages stay. */
    @Override
    public void close() {
        shutDown(server);
    }

    private static Map<String, Object> settings(Path folder, int clients, int controller) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controller),
                Map.entry("listeners", "CLIENTS://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller),
                Map.entry("advertised.listeners", "CLIENTS://127.0.0.1:" + clients),
                Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                // Evidence is not deleted for its age.
                Map.entry("log.retention.ms", "-1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After a crash the new broker waits for the session of its dead self to end: 9 s by default. Much
                // less, and a
                // busy machine fences its only broker.
                Map.entry("broker.session.timeout.ms", "6000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // 128 MiB by default, of a heap that is shared with everything else.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("message.max.bytes", "33554432"),
                Map.entry("replica.fetch.max.bytes", "33554432"));
    }

    /** The broker ends the process when it cannot go on, for example on a full disk; say why before it does. */
    private static void stopped(int status, @Nullable String message) {
        LOG.error(
                "The embedded Kafka broker cannot go on{}; the reason stands in the log above it, often a full disk.",
                message == null ? "" : " (" + message + ")");
        Runtime.getRuntime().halt(1);
    }

    private static void shutDown(@Nullable CombinedServer server) {
        if (server == null) {
            return;
        }
        try {
            server.shutdown();
        } catch (RuntimeException e) {
            LOG.warn("The embedded Kafka broker did not stop cleanly: {}", e.toString());
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
