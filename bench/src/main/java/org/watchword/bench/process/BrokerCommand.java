package org.watchword.bench.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.app.line.TopicLeaders;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The real broker in a process of its own, until its input ends: with the line's topics, or bare and behind a {@link Gate}. */
@Command(name = "broker", hidden = true, description = "Runs the embedded Kafka broker until its input ends.")
public final class BrokerCommand implements Callable<Integer> {

    /** Before the names of the topics. */
    public static final String PREFIX = "bench-";

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    /** Three ports: for clients, for those who watch, for the controller. */
    @Option(names = "--ports", split = ",")
    private List<Integer> ports = List.of();

    /** The port that clients are told to call instead of their own. */
    @Option(names = "--gate")
    private int gate;

    /** A bare broker whose clients come through a gate. */
    public static ChildProgram start(Path log, Path folder, List<Integer> ports, Gate gate) throws java.io.IOException {
        List<String> numbers = ports.stream().map(String::valueOf).toList();
        return ChildProgram.start(
                log,
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                "broker",
                folder.toString(),
                "--ports=" + String.join(",", numbers),
                "--gate=" + gate.port());
    }

    @Override
    public Integer call() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder, listeners())) {
            if (ports.isEmpty()) {
                createTopics(broker);
            }
            ChildProgram.ready(broker.bootstrapServers());
            ChildProgram.awaitEndOfInput();
        }
        return 0;
    }

    /** The broker's talk with itself must not pass the gate: between two machines it would not pass a client's network either. */
    private Map<String, String> listeners() {
        if (ports.isEmpty()) {
            return Map.of();
        }
        String clients = "127.0.0.1:" + ports.get(0);
        String watchers = "127.0.0.1:" + ports.get(1);
        String controller = "127.0.0.1:" + ports.get(2);
        return Map.of(
                "controller.quorum.voters", "1@" + controller,
                "listeners", "CLIENTS://" + clients + ",WATCHERS://" + watchers + ",CONTROLLER://" + controller,
                "advertised.listeners", "CLIENTS://127.0.0.1:" + gate + ",WATCHERS://" + watchers,
                "listener.security.protocol.map", "CLIENTS:PLAINTEXT,WATCHERS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "WATCHERS");
    }

    private static void createTopics(EmbeddedKafka broker) throws Exception {
        TopicLayout layout = new TopicLayout(PREFIX, 1, (short) 1);
        List<NewTopic> topics = Topics.all().stream()
                .map(name -> new NewTopic(layout.name(name), 1, (short) 1).configs(layout.config(name)))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
            TopicLeaders.await(admin, topics, broker.bootstrapServers(), Duration.ofSeconds(60));
        }
    }
}
