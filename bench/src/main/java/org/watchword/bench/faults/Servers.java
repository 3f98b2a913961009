package org.watchword.bench.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.embedded.ServerException;
import org.watchword.app.line.Installation;
import org.watchword.bench.process.BrokerCommand;
import org.watchword.bench.process.ChildProgram;
import org.watchword.bench.process.Gate;
import org.watchword.bench.process.Signals;

/** The real broker and the real Elasticsearch as processes of their own, each behind a gate. */
final class Servers implements AutoCloseable {

    private static final int ELASTICSEARCH_HEAP = 384;
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final List<Integer> ports;
    private final Gate kafkaGate = new Gate();
    private final Gate elasticsearchGate = new Gate();
    private @Nullable ChildProgram broker;
    private @Nullable EmbeddedElasticsearch elasticsearch;

    Servers(Path folder) throws IOException {
        this.folder = folder;
        this.ports = freePorts(3);
        startBroker();
        startElasticsearch();
    }

    private static List<Integer> freePorts(int number) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    void startBroker() throws IOException {
        broker = BrokerCommand.start(folder.resolve("broker.log"), folder.resolve("kafka"), ports, kafkaGate);
        kafkaGate.leadTo(ports.get(0));
    }

    void killBroker() throws InterruptedException {
        ChildProgram running = broker;
        if (running != null) {
            running.kill();
        }
    }

    /** Starts it again if it has ended, which it does on its own on a full disk. */
    void reviveBroker() throws IOException {
        ChildProgram running = broker;
        if (running == null || !running.isAlive()) {
            startBroker();
        }
    }

    /** A machine that is busy with other work may need more than one attempt. */
    void startElasticsearch() {
        for (int attempt = 1; elasticsearch == null; attempt++) {
            try {
                elasticsearch =
                        EmbeddedElasticsearch.start(installation().elasticsearchArchive(), folder, ELASTICSEARCH_HEAP);
            } catch (ServerException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        elasticsearchGate.leadTo(elasticsearch().getPort());
    }

    /** As {@code bench/run} says, or as the build has put it together beside this module. */
    private static Installation installation() {
        return System.getProperty("watchword.home") == null
                ? new Installation(Path.of(".."), Path.of("..", "app", "target", "watchword"))
                : Installation.current();
    }

    /** As {@code kill -9} does. */
    void killElasticsearch() throws IOException, InterruptedException {
        EmbeddedElasticsearch running = elasticsearch;
        if (running != null) {
            Path pid = running.folder().resolve("run").resolve("server.pid");
            Signals.send("KILL", Long.parseLong(Files.readString(pid).strip()));
            running.close();
            elasticsearch = null;
        }
    }

    void reviveElasticsearch() {
        if (elasticsearch == null) {
            startElasticsearch();
        }
    }

    Gate kafkaGate() {
        return kafkaGate;
    }

    Gate elasticsearchGate() {
        return elasticsearchGate;
    }

    /** How those who watch reach the broker, past the gate. */
    Map<String, String> watcher() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + ports.get(1));
    }

    /** Past the gate. */
    URI elasticsearch() {
        EmbeddedElasticsearch running = elasticsearch;
        if (running == null) {
            throw new IllegalStateException("Elasticsearch does not run");
        }
        return running.url();
    }

    /** How a role is told of them, by variables of its environment. */
    Map<String, String> settings() {
        return Map.of(
                "WATCHWORD_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaGate.port(),
                "WATCHWORD_ELASTICSEARCH_URLS", "http://127.0.0.1:" + elasticsearchGate.port());
    }

    @Override
    public void close() throws IOException {
        EmbeddedElasticsearch running = elasticsearch;
        if (running != null) {
            running.close();
        }
        ChildProgram child = broker;
        if (child != null) {
            child.close();
        }
        kafkaGate.close();
        elasticsearchGate.close();
    }
}
