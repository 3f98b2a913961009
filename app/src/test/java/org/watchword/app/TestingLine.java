package org.watchword.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.embedded.ShortLived;
import org.watchword.app.line.DataFolder;
import org.watchword.app.line.Endpoints;
import org.watchword.app.line.Installation;
import org.watchword.app.line.Line;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.LineListener;
import org.watchword.app.line.LineRunner;
import org.watchword.app.line.Mode;
import org.watchword.app.line.RoleName;
import org.watchword.app.status.Account;
import org.watchword.app.status.CountsReader;
import org.watchword.model.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole line in this process as the program itself opens it: real servers, every role, free ports. */
final class TestingLine implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LineRunner runner = new LineRunner();
    private final Path data;
    private final LineContext context;
    private final CountsReader counts;
    private final int port;

    /** @param settings variables as the environment would hold them, laid over the shipped configuration */
    TestingLine(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        // Or, for root, the server's files would lie in a system folder.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        ShortLived.elasticsearchOf(data);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("WATCHWORD_DESK_PORT", "0");
        environment.put("WATCHWORD_MONITOR_ENABLED", "true");
        environment.put("WATCHWORD_MONITOR_PORT", "0");
        environment.put("WATCHWORD_ELASTICSEARCH_HEAP", "384 MiB");
        WatchwordConfig config = ConfigLoader.load(config().resolve("watchword.yaml"), environment);
        EnumSet<RoleName> roles = EnumSet.allOf(RoleName.class);
        try {
            DataFolder folder = runner.open("data folder", () -> DataFolder.open(data, Mode.UP, roles));
            context = new Line(config, Mode.UP, roles, Rooms.roles(), installation(), InstantSource.system())
                    .open(folder, runner, new Silence());
            counts = runner.open("counts", () -> new CountsReader(context.kafka(), topics() + Topics.COUNTS));
            port = Objects.requireNonNull(Endpoints.running(data).orElseThrow().desk());
        } catch (RuntimeException | Error e) {
            runner.close();
            throw e;
        }
    }

    static Path config() {
        return Path.of("..", "config").toAbsolutePath().normalize();
    }

    /** The program as the build has put it together. */
    static Installation installation() {
        return new Installation(
                Path.of("..").toAbsolutePath().normalize(),
                Path.of("target", "watchword").toAbsolutePath());
    }

    Path data() {
        return data;
    }

    Map<String, String> kafka() {
        return context.kafka();
    }

    /** What stands before the names of its topics. */
    String topics() {
        return context.config().kafka().topicPrefix();
    }

    int port() {
        return port;
    }

    /** The port of metrics and health. */
    int monitor() {
        return Objects.requireNonNull(Endpoints.running(data).orElseThrow().monitor());
    }

    Account account() {
        synchronized (counts) {
            return Account.of(counts.read().values());
        }
    }

    /** Waits until the counts are as wanted, and then are the same two seconds later. */
    Account await(Predicate<Account> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Account last = account();
        while (System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(2000);
            Account now = account();
            if (wanted.test(now) && handedOn(now).equals(handedOn(last))) {
                return now;
            }
            last = now;
        }
        throw new AssertionError("the counts did not come to what was awaited: " + last);
    }

    /** Pages looked at again and found unchanged move nothing down the line. */
    private static List<Long> handedOn(Account account) {
        return List.of(
                account.stage("fetch").ended("emitted"),
                account.stage("analyze").in(),
                account.stage("index").in());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return get(port, path);
    }

    /** @throws AssertionError when the answer is not 200 */
    static JsonNode get(int port, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    /** All hits of a search, page by page; each parameter begins with {@code &}. */
    List<JsonNode> all(String parameters) throws IOException, InterruptedException {
        return all(port, parameters);
    }

    static List<JsonNode> all(int port, String parameters) throws IOException, InterruptedException {
        List<JsonNode> hits = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(port, "/api/statements?size=100" + parameters + after);
            page.get("hits").forEach(hits::add);
            JsonNode next = page.get("next");
            after = next.isNull() ? "" : "&after=" + encode(next.asString());
        } while (!after.isEmpty());
        return hits;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        runner.close();
    }

    private record Silence() implements LineListener {

        @Override
        public void starting(String what) {}

        @Override
        public void started(String what, Duration took, String detail) {}
    }
}
