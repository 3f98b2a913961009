package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.model.Document;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;

/** The past of a source asked for by the command, and collected by a fetcher of a group that heard of it through Kafka only. */
class FleetBackfillIT {

    private static final String PAGE = """
            <html lang="en"><head><title>%1$s</title><meta property="article:published_time" content="%1$sT10:00:00Z"></head>
            <body><article><h1>The council of Lower Vale on %1$s</h1><p>The council of Lower Vale opened the new bridge on %1$s, and
            the mayor thanked the builders who had worked through the winter.</p><p>The bridge joins the two halves of the town for the
            first time since the flood, and traffic is expected to grow.</p></article></body></html>""";

    private final Path folder;
    private final HttpServer site;
    private final TestingCommand command = new TestingCommand();

    FleetBackfillIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void aFetcherOfTheGroupCollectsTheDaysAskedFor() throws Exception {
        serve();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            Path config = configure(kafka.bootstrapServers());
            TestingCommand fetch = new TestingCommand();
            Thread fetcher = new Thread(
                    () -> fetch.run(
                            "run",
                            "fetch",
                            "--config",
                            config.toString(),
                            "--data",
                            folder.resolve("a").toString()),
                    "fetcher");
            fetcher.setDaemon(true);
            fetcher.start();
            try {
                awaitDocument(kafka.bootstrapServers(), "2031-03-01");
                assertThat(command.run(
                                "sources",
                                "backfill",
                                "vale",
                                "--from",
                                "2031-01-01",
                                "--to",
                                "2031-01-31",
                                "--config",
                                config.toString(),
                                "--data",
                                folder.resolve("b").toString()))
                        .as(command.err())
                        .isZero();
                assertThat(command.out()).contains("asked: 1 list, 2031-01-01..2031-01-31");
                Document found = awaitDocument(kafka.bootstrapServers(), "2031-01-15");
                assertThat(found.source()).isEqualTo("vale");
            } finally {
                fetcher.interrupt();
                fetcher.join(Duration.ofSeconds(30).toMillis());
            }
        }
    }

    private void serve() {
        site.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body =
                    switch (path) {
                        case "/robots.txt" -> "";
                        case "/news" -> "<ul><li><a href='/2031-03-01'>now</a></ul>";
                        case "/news/2031/01" -> "<ul><li><a href='/2031-01-15'>then</a></ul>";
                        default -> PAGE.formatted(path.substring(1));
                    };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", path.equals("/robots.txt") ? "text/plain" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
    }

    private Path configure(String servers) throws IOException {
        String base = "http://127.0.0.1:" + site.getAddress().getPort();
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/vale.yaml"), """
                sources:
                  - id: vale
                    outlet: The Vale Courier
                    kind: list
                    url: %1$s/news
                    selector: li
                    archive: %1$s/news/{yyyy}/{MM}
                    delay: 20 ms
                    allowLoopback: true
                """.formatted(base));
        return Files.writeString(folder.resolve("watchword.yaml"), """
                kafka:
                  bootstrapServers: ["%s"]
                ingest:
                  sourcesFolder: sources
                  distribution: kafka
                  session: 6 s
                """.formatted(servers));
    }

    private Document awaitDocument(String servers, String title) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
            while (System.nanoTime() < deadline) {
                var known = consumer.listTopics().get("watchword-" + Topics.DOCUMENTS);
                if (known == null) {
                    LockSupport.parkNanos(200_000_000);
                    continue;
                }
                if (consumer.assignment().isEmpty()) {
                    var partitions = known.stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                }
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    Document document = JsonMapper.shared().readValue(message.value(), Document.class);
                    if (document.url().endsWith(title)) {
                        return document;
                    }
                }
            }
        }
        throw new AssertionError("no document " + title);
    }
}
