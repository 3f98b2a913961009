package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.config.ConfigLoader;
import org.watchword.app.config.KafkaConfig;
import org.watchword.app.embedded.SecuredElasticsearch;
import org.watchword.app.embedded.SecuredKafka;
import org.watchword.app.embedded.TestingAuthority;
import org.watchword.app.line.Installation;
import org.watchword.app.line.LineException;
import org.watchword.app.line.TopicSetup;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSettings;
import org.watchword.index.StatementQuery;
import org.watchword.model.ConfigException;

/** The real broker and the real search server as they stand on a network: encrypted, and closed to who has no password or key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredServersIT {

    private static final String USER = "watchword";
    private static final String PASSWORD = "correct-horse-battery";
    private static final String WRONG = "wrong-staple-lantern";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

    private final Path folder;
    private final TestingAuthority authority = new TestingAuthority("House authority");
    private final Path ca;
    private final Path foreignCa;
    private @Nullable SecuredKafka startedKafka;
    private @Nullable SecuredElasticsearch startedElasticsearch;

    SecuredServersIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        // Or, for root, the server's files would lie in a system folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.ca = authority.certificateFile(folder.resolve("ca.pem"));
        this.foreignCa = new TestingAuthority("Somebody else").certificateFile(folder.resolve("foreign-ca.pem"));
    }

    @BeforeAll
    void start() throws Exception {
        Path broker = Files.createDirectories(folder.resolve("broker"));
        startedKafka = SecuredKafka.start(broker, authority, USER, PASSWORD);
        startedElasticsearch = SecuredElasticsearch.start(
                TestingLine.installation().elasticsearchArchive(), folder, authority, USER, PASSWORD);
    }

    @AfterAll
    void stop() {
        if (startedElasticsearch != null) {
            startedElasticsearch.close();
        }
        if (startedKafka != null) {
            startedKafka.close();
        }
    }

    @Test
    void withScramAndAPasswordTheIndexIsFilledAndSearched() throws Exception {
        filledAndSearched("scram-", sasl("SCRAM-SHA-512", SCRAM, PASSWORD), password("scram-", PASSWORD));
    }

    @Test
    void withACertificateTheIndexIsFilledAndSearched() throws Exception {
        filledAndSearched("mtls-", mutual(), password("mtls-", PASSWORD));
    }

    /**
     * The server here lacks the module with which the real one keeps its API keys, so it refuses all of them; that one is shown in the
     * form it asks for is seen from the other end of an encrypted connection.
     */
    @Test
    void anApiKeyIsShownAsElasticsearchWantsIt() throws Exception {
        AtomicReference<String> shown = new AtomicReference<>("");
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(authority.context("search", Instant.now().plusSeconds(3600))));
        server.createContext("/", exchange -> {
            shown.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try (ElasticsearchConnection connection = new ElasticsearchConnection(new ElasticsearchSettings(
                List.of(url), "bGlnaHQ6aG91c2U=", null, null, ca, Duration.ofSeconds(30), "x-"))) {
            connection.requireAccess();
            assertThat(shown.get()).isEqualTo("ApiKey bGlnaHQ6aG91c2U=");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void withPlainPasswordsInsideTlsTopicsAreMade() {
        TopicSetup.create(
                kafkaConfig("plain-"), ConfigLoader.defaults(folder, Map.of()).ingest(), plain(PASSWORD));
    }

    @Test
    void kafkasTroubleIsNamedAndNoPassword() throws Exception {
        Map<String, String> refused = sasl("SCRAM-SHA-512", SCRAM, WRONG);
        assertTrouble(refused, "refused our user name or password, see sasl.jaas.config");
        assertTrouble(plain(WRONG), "refused our user name or password, see sasl.jaas.config");
        assertTrouble(
                with(mutual(), "ssl.truststore.location", foreignCa.toString()),
                "not signed by an authority that is" + " trusted here; ssl.truststore.location");
        assertTrouble(
                with(mutual(), "bootstrap.servers", kafka().at("EXPIRED")), "its certificate has expired (NotAfter: ");
        assertTrouble(
                with(mutual(), "bootstrap.servers", kafka().byName("MTLS")), "its certificate is for another name: ");
        Map<String, String> anonymous = new HashMap<>(mutual());
        anonymous.keySet().removeIf(key -> key.startsWith("ssl.keystore"));
        assertTrouble(anonymous, "it broke off the encrypted connection");
    }

    @Test
    void elasticsearchsTroubleIsNamedAndNoPassword() throws Exception {
        assertTrouble(password("x-", WRONG), "it refused our credentials; see elasticsearch.apiKeyFile");
        assertTrouble(
                apiKey("x-", Base64.getEncoder().encodeToString(("id:" + WRONG).getBytes(StandardCharsets.UTF_8))),
                "it refused our credentials");
        assertTrouble(
                new ElasticsearchSettings(
                        List.of(elasticsearch().url()), null, null, null, ca, Duration.ofSeconds(30), "x-"),
                "it refused our credentials");
        assertTrouble(
                new ElasticsearchSettings(
                        List.of(elasticsearch().url()), null, USER, PASSWORD, foreignCa, Duration.ofSeconds(30), "x-"),
                "not signed by an authority that is trusted here; elasticsearch.caFile names those");
        assertTrouble(
                new ElasticsearchSettings(
                        List.of(elasticsearch().byName()), null, USER, PASSWORD, ca, Duration.ofSeconds(30), "x-"),
                "its certificate is for another name: ");
        elasticsearch().present(Instant.now().minusSeconds(60));
        try {
            TestingIndex.await(() -> trouble(password("x-", PASSWORD)).contains("expired"));
            assertTrouble(password("x-", PASSWORD), "its certificate has expired (NotAfter: ");
        } finally {
            elasticsearch().present(Instant.now().plus(Duration.ofHours(12)));
            TestingIndex.await(() -> trouble(password("x-", PASSWORD)).isEmpty());
        }
    }

    /** What others on the machine can see of a running program, and what it writes and answers. */
    @Test
    void noSecretIsSeenFromOutside() throws Exception {
        Path data = folder.resolve("data");
        Path properties = Files.writeString(
                folder.resolve("kafka.properties"),
                String.join(
                        "\n",
                        sasl("SCRAM-SHA-512", SCRAM, PASSWORD).entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\"))
                                .toList()));
        Files.setPosixFilePermissions(properties, PosixFilePermissions.fromString("rw-------"));
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Map<String, String> environment = Map.of(
                "WATCHWORD_KAFKA_BOOTSTRAP_SERVERS", kafka().at("SASL"),
                "WATCHWORD_KAFKA_CLIENT_FILE", properties.toString(),
                "WATCHWORD_ELASTICSEARCH_URLS", elasticsearch().url().toString(),
                "WATCHWORD_ELASTICSEARCH_CA_FILE", ca.toString(),
                "WATCHWORD_ELASTICSEARCH_USERNAME", USER,
                "WATCHWORD_ELASTICSEARCH_PASSWORD", PASSWORD,
                "WATCHWORD_DESK_PORT", Integer.toString(port));
        Path terminal = folder.resolve("terminal.log");
        Process running = program(environment, terminal, "run", "index", "desk", "--data", data.toString());
        try {
            TestingIndex.await(() -> !running.isAlive() || health(port).contains("\"up\""));
            assertThat(running.isAlive()).as(Files.readString(terminal)).isTrue();
            Path status = folder.resolve("status.log");
            assertThat(program(environment, status, "status", "--json", "--data", data.toString())
                            .waitFor(120, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(Files.readString(status)).contains("stages").doesNotContain(PASSWORD);
            assertThat(health(port)).doesNotContain(PASSWORD);
            assertThat(running.info().commandLine().orElse(""))
                    .contains("watchword.jar")
                    .doesNotContain(PASSWORD);
            assertThat(written(data)).doesNotContain(PASSWORD);
        } finally {
            running.destroy();
            running.waitFor(30, TimeUnit.SECONDS);
        }
        assertThat(Files.readString(terminal)).contains("index").doesNotContain(PASSWORD);
    }

    @Test
    void aRoleThatIsNotLetInEndsWithOneSentence() throws Exception {
        Path terminal = folder.resolve("refused.log");
        Process refused = program(
                Map.of(
                        "WATCHWORD_KAFKA_BOOTSTRAP_SERVERS",
                        kafka().at("SASL"),
                        "WATCHWORD_KAFKA_CLIENT_SECURITY_PROTOCOL",
                        "SASL_SSL",
                        "WATCHWORD_KAFKA_CLIENT_SASL_MECHANISM",
                        "SCRAM-SHA-512",
                        "WATCHWORD_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE",
                        "PEM",
                        "WATCHWORD_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION",
                        ca.toString(),
                        "WATCHWORD_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                        jaas(SCRAM, WRONG)),
                terminal,
                "run",
                "analyze",
                "--data",
                folder.resolve("refused").toString());
        assertThat(refused.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        assertThat(Files.readString(terminal))
                .contains("cannot be used: it refused our user name or password, see sasl.jaas.config")
                .doesNotContain(WRONG)
                .doesNotContain("\tat ");
    }

    private void filledAndSearched(String name, Map<String, String> kafka, ElasticsearchSettings settings)
            throws Exception {
        try (TestingIndex index = new TestingIndex(name, kafka, settings)) {
            index.send(List.of(TestingAnalyses.of("harbour", "They closed the harbour.", "they close the harbour")));
            index.awaitCounted(1);
            assertThat(index.statements().search(StatementQuery.of("harbour")).total())
                    .isEqualTo(1);
            assertThat(index.failures()).isEmpty();
        }
    }

    private void assertTrouble(Map<String, String> client, String words) {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> TopicSetup.create(
                        kafkaConfig("trouble-"),
                        ConfigLoader.defaults(folder, Map.of()).ingest(),
                        client))
                .withMessageContaining("cannot be used: ")
                .withMessageContaining(words)
                .satisfies(SecuredServersIT::holdsNoSecret);
    }

    private static void assertTrouble(ElasticsearchSettings settings, String words) {
        try (ElasticsearchConnection connection = new ElasticsearchConnection(settings)) {
            assertThatThrownBy(connection::requireAccess)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("cannot be used: ")
                    .hasMessageContaining(words)
                    .satisfies(SecuredServersIT::holdsNoSecret);
        }
    }

    private static String trouble(ElasticsearchSettings settings) {
        try (ElasticsearchConnection connection = new ElasticsearchConnection(settings)) {
            connection.requireAccess();
            return "";
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void holdsNoSecret(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            assertThat(at.toString()).doesNotContain(PASSWORD).doesNotContain(WRONG);
        }
    }

    private Map<String, String> sasl(String mechanism, String module, String password) {
        return Map.of(
                "bootstrap.servers",
                kafka().at("SASL"),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                jaas(module, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                ca.toString());
    }

    private Map<String, String> plain(String password) {
        return sasl("PLAIN", PLAIN, password);
    }

    private Map<String, String> mutual() throws IOException {
        return Map.of(
                "bootstrap.servers",
                kafka().at("MTLS"),
                "security.protocol",
                "SSL",
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                authority
                        .identity(
                                folder.resolve("client.pem"),
                                "fetch-1",
                                Instant.now().plusSeconds(3600))
                        .toString(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                ca.toString());
    }

    private static Map<String, String> with(Map<String, String> properties, String name, String value) {
        Map<String, String> changed = new HashMap<>(properties);
        changed.put(name, value);
        return changed;
    }

    private static String jaas(String module, String password) {
        return module + " required username=\"" + USER + "\" password=\"" + password + "\";";
    }

    private ElasticsearchSettings password(String prefix, String password) {
        return new ElasticsearchSettings(
                List.of(elasticsearch().url()), null, USER, password, ca, Duration.ofSeconds(30), prefix);
    }

    private ElasticsearchSettings apiKey(String prefix, String key) {
        return new ElasticsearchSettings(
                List.of(elasticsearch().url()), key, null, null, ca, Duration.ofSeconds(30), prefix);
    }

    private KafkaConfig kafkaConfig(String prefix) {
        return ConfigLoader.defaults(
                        folder, Map.of("WATCHWORD_KAFKA_TOPIC_PREFIX", prefix, "WATCHWORD_KAFKA_PARTITIONS", "1"))
                .kafka();
    }

    private static Process program(Map<String, String> environment, Path terminal, String... arguments)
            throws IOException {
        Installation installation = TestingLine.installation();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dwatchword.home=" + installation.home(),
                "-Dwatchword.distribution=" + installation.distribution(),
                "-jar",
                installation.distribution().resolve("lib/watchword.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(terminal.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String health(int port) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Everything that lies in a data folder. */
    private static String written(Path data) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private SecuredKafka kafka() {
        return Objects.requireNonNull(startedKafka);
    }

    private SecuredElasticsearch elasticsearch() {
        return Objects.requireNonNull(startedElasticsearch);
    }
}
