package org.watchword.bench.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.app.status.CountsReader;
import org.watchword.app.topic.WholeTopic;
import org.watchword.bench.process.RoleProcess;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;

/** Fetchers that share a farm of hosts over a real broker. */
final class FleetRun implements AutoCloseable {

    static final int THREADS = 4;
    private static final String PREFIX = "watchword-";

    private final Path folder;
    private final HostFarm farm;
    private final EmbeddedKafka kafka;
    private final CountsReader counts;
    private final Map<String, String> settings = new HashMap<>();
    private final List<RoleProcess> fetchers = new ArrayList<>();

    /**
     * @param parts into which the web is divided
     * @param delay between two requests to a host
     * @param disk name of the fetcher that has a table of addresses on its disk
     */
    FleetRun(Path folder, HostFarm farm, int parts, Duration delay, String disk) throws IOException {
        this.folder = folder;
        this.farm = farm;
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        this.counts = new CountsReader(client(), PREFIX + Topics.COUNTS);
        settings.put("WATCHWORD_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("WATCHWORD_INGEST_DISTRIBUTION", "kafka");
        settings.put("WATCHWORD_INGEST_SESSION", "6 s");
        settings.put("WATCHWORD_INGEST_PARTS", Integer.toString(parts));
        settings.put("WATCHWORD_INGEST_THREADS", Integer.toString(THREADS));
        settings.put("WATCHWORD_INGEST_DELAY", delay.toMillis() + " ms");
        settings.put("WATCHWORD_INGEST_CONNECT_TIMEOUT", "3 s");
        settings.put("WATCHWORD_INGEST_READ_TIMEOUT", "3 s");
        settings.put("WATCHWORD_INGEST_TOTAL_TIMEOUT", "3 s");
        settings.put(
                "WATCHWORD_INGEST_SOURCES_FOLDER",
                farm.sources(folder.resolve("sources"), disk).toString());
    }

    private Map<String, String> client() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    RoleProcess start(String name) throws IOException {
        Map<String, String> own = new HashMap<>(settings);
        own.put("WATCHWORD_INGEST_INSTANCE", name);
        own.put("WATCHWORD_INGEST_CONTACT", name);
        RoleProcess fetcher = new RoleProcess(name, List.of("fetch"), folder.resolve(name), List.of("-Xmx256m"), own);
        fetchers.add(fetcher);
        return fetcher;
    }

    /** What the hosts have seen so far. */
    Verdict verdict() {
        return Verdict.of(farm.visits());
    }

    /** @throws IllegalStateException when it does not come true in time, or a fetcher has ended unasked */
    void await(String what, Duration most, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || fetchers.stream().anyMatch(RoleProcess::hasFailed)) {
                throw new IllegalStateException("not within " + most.toSeconds() + " s: " + what + "; " + verdict()
                        + ", emitted " + emitted() + "; see " + folder);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Pages that have become documents, as the fetchers count them. */
    long emitted() {
        Collection<StageCounts> all = counts.read().values();
        return all.stream().mapToLong(c -> c.ended(StageCounts.EMITTED)).sum();
    }

    /** Scopes of the counts that do not add up. */
    List<String> wrong() {
        return counts.read().values().stream()
                .filter(c -> !c.addsUp())
                .map(StageCounts::scope)
                .toList();
    }

    /** Id of each document in its topic, as often as it is there. */
    List<String> documents() {
        Properties properties = new Properties();
        properties.putAll(client());
        properties.setProperty("isolation.level", "read_committed");
        List<String> ids = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            WholeTopic.each(consumer, PREFIX + Topics.DOCUMENTS, record -> ids.add(record.key()));
        }
        return ids;
    }

    @Override
    public void close() {
        fetchers.forEach(RoleProcess::close);
        counts.close();
        kafka.close();
    }
}
