package org.watchword.bench.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.watchword.app.Rooms;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.app.line.DataFolder;
import org.watchword.app.line.Installation;
import org.watchword.app.line.Line;
import org.watchword.app.line.LineListener;
import org.watchword.app.line.LineRunner;
import org.watchword.app.line.Mode;
import org.watchword.app.line.RoleName;
import org.watchword.app.line.TopicSetup;

/** A broker and an Elasticsearch for one measurement, in a folder that is deleted afterwards. */
final class Servers implements AutoCloseable {

    private static final int HEAP_MEBIBYTES = 512;

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedElasticsearch elasticsearch;

    Servers() throws IOException {
        folder = Files.createTempDirectory("watchword-bench-line");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        elasticsearch =
                EmbeddedElasticsearch.start(Installation.current().elasticsearchArchive(), folder, HEAP_MEBIBYTES);
    }

    /** Address of the Elasticsearch. */
    java.net.URI elasticsearch() {
        return elasticsearch.url();
    }

    /** The shipped settings, for a line of its own on these servers. @param name before its topics and indices */
    WatchwordConfig config(String name, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(changes);
        settings.put("WATCHWORD_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("WATCHWORD_KAFKA_TOPIC_PREFIX", name + "-");
        settings.put("WATCHWORD_ELASTICSEARCH_URLS", elasticsearch.url().toString());
        settings.put("WATCHWORD_ELASTICSEARCH_INDEX_PREFIX", name + "-");
        settings.put("WATCHWORD_LOGS_TRAIL", "false");
        return ConfigLoader.load(Installation.current().config().resolve("watchword.yaml"), settings);
    }

    /** Properties of a client of the broker. */
    Map<String, String> client(WatchwordConfig config) {
        return config.kafka().clientProperties(kafka.bootstrapServers());
    }

    void createTopics(WatchwordConfig config) {
        TopicSetup.create(config.kafka(), config.ingest(), client(config));
    }

    /** Opens roles; closed with the runner. */
    LineRunner open(String name, WatchwordConfig config, Set<RoleName> roles) {
        LineRunner runner = new LineRunner();
        EnumSet<RoleName> chosen = EnumSet.copyOf(roles);
        DataFolder data = runner.open("data folder", () -> DataFolder.open(folder.resolve(name), Mode.RUN, chosen));
        new Line(config, Mode.RUN, chosen, Rooms.roles(), Installation.current(), InstantSource.system())
                .open(data, runner, new Silence());
        return runner;
    }

    /** Processor time of all children, which is Elasticsearch; zero where the system does not tell. */
    static Duration childrensTime() {
        return ProcessHandle.current()
                .descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Processor time of this process, the broker included. */
    static Duration ownTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        elasticsearch.close();
        kafka.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private record Silence() implements LineListener {

        @Override
        public void starting(String what) {}

        @Override
        public void started(String what, Duration took, String detail) {}
    }
}
