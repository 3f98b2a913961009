package org.watchword.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedElasticsearchIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path data;

    EmbeddedElasticsearchIT(@TempDir Path data) throws IOException {
        this.data = data;
        // Or, for root, the server's files would lie in a system folder.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        ShortLived.elasticsearchOf(data);
    }

    /** One test for what each costs a start of some ten seconds. */
    @Test
    void documentsSurviveAKilledParentAndAnOrphanIsReplaced() throws Exception {
        long left = leftBehind();
        ProcessHandle killed;
        try (ServerHarness harness =
                ServerHarness.start("elasticsearch", data.toString(), archive().toString())) {
            put(URI.create(harness.address()), "1");
            killed = ProcessHandle.of(serverProcess(folder())).orElseThrow();
            harness.kill();
        }
        killed.onExit().get(60, TimeUnit.SECONDS);

        try (EmbeddedElasticsearch orphan = EmbeddedElasticsearch.start(archive(), data, 256)) {
            assertThat(orphan.reused()).isTrue();
            assertThat(get(orphan.url(), "1")).isEqualTo(200);

            ProcessHandle last;
            try (EmbeddedElasticsearch second = EmbeddedElasticsearch.start(archive(), data, 256)) {
                assertThat(orphan.onExit().get(60, TimeUnit.SECONDS)).isNotZero();
                assertThat(get(second.url(), "1")).isEqualTo(200);
                assertThat(countedAsUsed(second.url()))
                        .as("bytes counted as used by a server at rest, whose heap holds what is not collected yet")
                        .isLessThan(1 << 20);
                last = ProcessHandle.of(serverProcess(folder())).orElseThrow();
            }
            assertThat(last.isAlive()).isFalse();
        }
        assertThat(leftBehind())
                .as("folders in the system's folder for temporary files")
                .isEqualTo(left);
    }

    /** By this number the server refuses requests when it comes near the size of its heap. */
    private static long countedAsUsed(URI url) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url.resolve("/_nodes/stats/breaker")).build(),
                HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared()
                .readTree(answer.body())
                .get("nodes")
                .iterator()
                .next()
                .at("/breakers/parent/estimated_size_in_bytes")
                .asLong(Long.MAX_VALUE);
    }

    /** What the server's own starter makes to ask the virtual machine for its flags. */
    private static long leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("final-flags"))
                    .count();
        }
    }

    @Test
    void aMissingArchiveIsNamed() {
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> EmbeddedElasticsearch.start(data.resolve("elasticsearch-1.zip"), data, 256))
                .withMessageContaining("elasticsearch-1.zip")
                .withMessageContaining("missing");
    }

    @Test
    void aHeapThatDoesNotFitIsExplained() {
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> EmbeddedElasticsearch.start(archive(), data, 1L << 40))
                .withMessageContaining("too little memory");
    }

    /** As root the server's files may lie elsewhere; the harness prints no folder, so it is chosen again. */
    private Path folder() {
        return ServerFolder.choose(data, ServerUser.current()).path();
    }

    private static long serverProcess(Path folder) throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve("run").resolve("server.pid")).strip());
    }

    private static Path archive() throws IOException {
        Path servers = Path.of("target", "watchword", "servers");
        try (var files = Files.list(servers)) {
            Optional<Path> archive =
                    files.filter(f -> f.toString().endsWith(".zip")).findFirst();
            return archive.orElseThrow().toAbsolutePath();
        }
    }

    private static void put(URI url, String id) throws Exception {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(url.resolve("/speeches/_doc/" + id))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"text\":\"Ünderwood\"}", StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private static int get(URI url, String id) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(url.resolve("/speeches/_doc/" + id))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
