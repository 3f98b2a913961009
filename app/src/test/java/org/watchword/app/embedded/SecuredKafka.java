package org.watchword.app.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The real broker behind TLS: one port asks for a password, one for a certificate, and one shows a certificate that has expired. */
public final class SecuredKafka implements AutoCloseable {

    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final KafkaRaftServer server;
    private final Map<String, Integer> ports;

    private SecuredKafka(KafkaRaftServer server, Map<String, Integer> ports) {
        this.server = server;
        this.ports = ports;
    }

    public static SecuredKafka start(Path folder, TestingAuthority authority, String user, String password)
            throws Exception {
        Path log = folder.resolve("log");
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName("CONTROLLER")
                .setScramArguments(List.of("SCRAM-SHA-512=[name=" + user + ",password=" + password + "]"))
                .run();
        Instant tomorrow = Instant.now().plus(Duration.ofHours(12));
        String ca = authority.certificateFile(folder.resolve("broker-ca.pem")).toString();
        String own = authority
                .identity(folder.resolve("broker.pem"), "broker", tomorrow)
                .toString();
        String expired = authority
                .identity(folder.resolve("expired.pem"), "broker", Instant.now().minusSeconds(60))
                .toString();
        Map<String, Integer> ports = new HashMap<>();
        List.of("SASL", "MTLS", "EXPIRED", "CONTROLLER").forEach(name -> ports.put(name, FreePort.any()));
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", 1);
        settings.put("log.dirs", log.toString());
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get("CONTROLLER"));
        settings.put("inter.broker.listener.name", "MTLS");
        settings.put(
                "listeners",
                String.join(
                        ",",
                        ports.entrySet().stream()
                                .map(e -> e.getKey() + "://127.0.0.1:" + e.getValue())
                                .toList()));
        settings.put("listener.security.protocol.map", "SASL:SASL_SSL,MTLS:SSL,EXPIRED:SSL,CONTROLLER:PLAINTEXT");
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", own);
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", ca);
        settings.put("listener.name.expired.ssl.keystore.type", "PEM");
        settings.put("listener.name.expired.ssl.keystore.location", expired);
        settings.put("listener.name.mtls.ssl.client.auth", "required");
        settings.put("listener.name.sasl.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        settings.put(
                "listener.name.sasl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("listener.name.sasl.plain.sasl.jaas.config", PLAIN + " user_" + user + "=\"" + password + "\";");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new SecuredKafka(server, Map.copyOf(ports));
    }

    /** @param listener SASL, MTLS or EXPIRED */
    public String at(String listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    /** By a name that the certificate does not hold. */
    public String byName(String listener) {
        return "localhost:" + ports.get(listener);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
