package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.embedded.EmbeddedKafka;
import org.watchword.app.embedded.ShortLived;
import org.watchword.index.StatementQuery;

/** The server dies, comes back, hangs and goes on, while documents arrive. */
class ElasticsearchOutageIT {

    private static final int ROUND = 150;

    private final Path folder;

    ElasticsearchOutageIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everythingIsIndexedOnceAndNothingIsGivenUp() throws Exception {
        // Or, for root, the server's files would lie in a system folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        ShortLived.elasticsearchOf(folder);
        Path archive = TestingLine.installation().elasticsearchArchive();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                TestingGate gate = new TestingGate()) {
            Map<String, String> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
            EmbeddedElasticsearch first = EmbeddedElasticsearch.start(archive, folder, 256);
            gate.leadTo(first.url().getPort());
            URI address = URI.create("http://127.0.0.1:" + gate.port());
            try (TestingIndex index = new TestingIndex("outage-", client, address, Duration.ofSeconds(2))) {
                index.send(round(0));
                TestingIndex.await(() -> !index.counted().isEmpty());

                assertThat(index.statements().isUp()).isTrue();
                kill(first.url().getPort());
                gate.shut();
                index.send(round(1));
                TimeUnit.SECONDS.sleep(3);
                assertThat(index.counted().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isLessThan(2 * ROUND);
                assertThat(index.statements().isUp()).isFalse();
                first.close();

                try (EmbeddedElasticsearch second = EmbeddedElasticsearch.start(archive, folder, 256)) {
                    gate.leadTo(second.url().getPort());
                    index.awaitCounted(2 * ROUND);

                    long server = pid();
                    signal(server, "STOP");
                    index.send(round(2));
                    TimeUnit.SECONDS.sleep(6);
                    signal(server, "CONT");
                    index.awaitCounted(3 * ROUND);

                    assertThat(index.counted()).containsExactly(Map.entry("emitted", 3L * ROUND));
                    assertThat(index.ids(StatementQuery.Sort.DATE, 200))
                            .hasSize(3 * ROUND)
                            .doesNotHaveDuplicates();
                    assertThat(index.failures()).isEmpty();
                }
            }
        }
    }

    private static List<TestingAnalyses> round(int number) {
        List<TestingAnalyses> analyses = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            analyses.add(TestingAnalyses.of(number + "-" + i, "Words of page " + number + " " + i, "word of page"));
        }
        return analyses;
    }

    private void kill(int port) throws Exception {
        assertThat(port).isPositive();
        signal(pid(), "KILL");
    }

    private long pid() throws Exception {
        try (var files = Files.walk(folder, 4)) {
            Path file = files.filter(f -> f.endsWith(Path.of("run", "server.pid")))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readString(file).strip());
        }
    }

    private static void signal(long pid, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
