package org.watchword.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.app.config.IngestConfig.Distribution;
import org.watchword.desk.account.Role;
import org.watchword.desk.dispatch.MailSettings.Tls;
import org.watchword.ingest.page.DirectivePolicy.Heed;
import org.watchword.ingest.robots.RobotsPolicy.Answer;
import org.watchword.ingest.robots.RobotsPolicy.Unreachable;
import org.watchword.model.ConfigException;

class ConfigLoaderTest {

    private static final Path SHIPPED = Path.of("..", "config", "watchword.yaml");

    private final Path folder;

    ConfigLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyKeyHasItsDefault() {
        assertThat(ConfigLoader.defaults(folder, Map.of()))
                .isEqualTo(new WatchwordConfig(
                        Optional.empty(),
                        new KafkaConfig(List.of(), "watchword-", 4, 1, Map.of(), Optional.empty()),
                        new ElasticsearchConfig(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "watchword-",
                                new DataSize(512L << 20)),
                        new IngestConfig(
                                "Watchword",
                                "",
                                4,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(60),
                                new MannersConfig(
                                        Duration.ofHours(1),
                                        Duration.ofHours(1),
                                        Answer.ALLOW,
                                        Answer.ALLOW,
                                        Unreachable.REFUSE,
                                        Duration.ZERO,
                                        Heed.RESPECT,
                                        Heed.RESPECT,
                                        Heed.RESPECT,
                                        Heed.RESPECT),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(60),
                                new DataSize(10L << 20),
                                new DataSize(50L << 20),
                                5,
                                new DataSize(1L << 30),
                                Duration.ofMinutes(30),
                                Duration.ofMinutes(10),
                                Duration.ofHours(3),
                                Duration.ofHours(6),
                                Duration.ofHours(1),
                                Duration.ofDays(30),
                                false,
                                Distribution.LOCAL,
                                "",
                                Duration.ofSeconds(30),
                                16,
                                folder.resolve("sources")),
                        new AnalyzeConfig(
                                1,
                                Duration.ofMillis(200),
                                new DataSize(64L << 20),
                                new StoriesConfig(0.25, 0.8, 60, Duration.ofDays(90)),
                                folder.resolve("rules"),
                                Duration.ofSeconds(10),
                                List.of(folder.resolve("lexicons")),
                                folder.resolve("languages"),
                                false),
                        new IndexConfig(
                                1000, new DataSize(5L << 20), Duration.ofMillis(500), Duration.ofSeconds(30), "1"),
                        new DeskConfig("127.0.0.1", 8080, List.of("localhost", "127.0.0.1", "[::1]")),
                        new AuthConfig(
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                List.of(),
                                false,
                                false,
                                Duration.ofHours(2),
                                Duration.ofHours(12),
                                1200),
                        new DigestConfig(
                                folder.resolve("digests"),
                                Optional.empty(),
                                "http://localhost:8080",
                                Duration.ofMinutes(5),
                                Duration.ofDays(30),
                                35,
                                8,
                                new MailConfig(
                                        "",
                                        587,
                                        Tls.STARTTLS,
                                        "",
                                        Optional.empty(),
                                        Optional.empty(),
                                        "",
                                        Optional.empty(),
                                        Duration.ofSeconds(30))),
                        new CustodyConfig(true, Duration.ofMinutes(10), "", "", Optional.empty()),
                        new MonitorConfig(false, "127.0.0.1", 9464),
                        new LogsConfig(LogsConfig.Format.PLAIN, true)));
    }

    @Test
    void everyKeyOfTheFileIsRead() throws IOException {
        Path file = write("""
                data: here
                kafka:
                  bootstrapServers: ["one:9092", "two:9092"]
                  topicPrefix: desk.
                  partitions: 12
                  replication: 3
                  client: {security.protocol: SSL}
                  clientFile: kafka.properties
                elasticsearch:
                  urls: ["https://search.example:9200"]
                  apiKeyFile: key
                  username: reader
                  passwordFile: password
                  caFile: ca.pem
                  indexPrefix: ours-
                  heap: 1 GiB
                ingest:
                  userAgent: Desk
                  contact: desk@example.org
                  threads: 8
                  delay: 5 s
                  maxCrawlDelay: 2 min
                  manners:
                    maxRetryAfter: 30 min
                    maxBackoff: 2 h
                    robotsUnavailable: refuse
                    robotsForbidden: refuse
                    robotsUnreachable: cached
                    robotsOutage: 30 d
                    noindex: ignore
                    nofollow: ignore
                    noarchive: ignore
                    unavailableAfter: ignore
                  connectTimeout: 3 s
                  readTimeout: 4 s
                  totalTimeout: PT30S
                  maxBytes: 1 MiB
                  maxDecompressedBytes: 2 MiB
                  maxRedirects: 1
                  archiveFileBytes: 100 MB
                  revisit: 1 d
                  revisitMin: 20 min
                  revisitMax: 2 d
                  sourcesFolder: ../our-sources
                  pageRevisit: 3 h
                  pageRevisitMin: 2 h
                  pageRevisitMax: 9 d
                  recheckOnStart: true
                  distribution: kafka
                  instance: one
                  session: 10 s
                  parts: 3
                analyze:
                  threads: 2
                  commitInterval: 1 s
                  reuseBytes: 1 MiB
                  stories:
                    resemblance: 0.5
                    containment: 0.9
                    minWords: 100
                    window: 30 d
                  rulesFolder: r
                  rulesReload: 1 min
                  lexiconsFolders: [l, /abs]
                  languagesFolder: g
                  secondOpinion: true
                index:
                  bulkActions: 10
                  bulkBytes: 64 KiB
                  instance: two
                  backoffStart: 1 s
                  backoffMax: 1 min
                desk:
                  host: 0.0.0.0
                  port: 0
                  allowedHosts: [desk.example]
                auth:
                  accountsFile: accounts
                  proxyHeader: X-Forwarded-User
                  proxyRole: reader
                  proxies: [127.0.0.1, "::1"]
                  https: true
                  openToNetwork: false
                  idle: 30 min
                  longest: 8 h
                  requestsPerMinute: 60
                digest:
                  folder: d
                  outputFolder: out
                  deskUrl: https://desk.example
                  settle: 1 min
                  lookback: 7 d
                  entries: 5
                  entriesPerGroup: 2
                  mail:
                    host: mail.example
                    port: 465
                    tls: implicit
                    username: sender
                    passwordFile: mail-password
                    from: desk@mail.example
                    caFile: mail-ca.pem
                    timeout: 5 s
                custody:
                  enabled: false
                  every: 1 h
                  who: Ada Renn
                  timestampUrl: https://time.example/tsa
                  timestampCertificate: tsa.pem
                monitor:
                  enabled: true
                  host: 0.0.0.0
                  port: 9000
                logs:
                  format: json
                  trail: false
                """);
        assertThat(ConfigLoader.load(file, Map.of()))
                .isEqualTo(new WatchwordConfig(
                        Optional.of(folder.resolve("here")),
                        new KafkaConfig(
                                List.of("one:9092", "two:9092"),
                                "desk.",
                                12,
                                3,
                                Map.of("security.protocol", "SSL"),
                                Optional.of(folder.resolve("kafka.properties"))),
                        new ElasticsearchConfig(
                                List.of("https://search.example:9200"),
                                Optional.of(folder.resolve("key")),
                                Optional.empty(),
                                "reader",
                                Optional.of(folder.resolve("password")),
                                Optional.empty(),
                                Optional.of(folder.resolve("ca.pem")),
                                "ours-",
                                new DataSize(1L << 30)),
                        new IngestConfig(
                                "Desk",
                                "desk@example.org",
                                8,
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(2),
                                new MannersConfig(
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(2),
                                        Answer.REFUSE,
                                        Answer.REFUSE,
                                        Unreachable.CACHED,
                                        Duration.ofDays(30),
                                        Heed.IGNORE,
                                        Heed.IGNORE,
                                        Heed.IGNORE,
                                        Heed.IGNORE),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(30),
                                new DataSize(1L << 20),
                                new DataSize(2L << 20),
                                1,
                                new DataSize(100_000_000),
                                Duration.ofDays(1),
                                Duration.ofMinutes(20),
                                Duration.ofDays(2),
                                Duration.ofHours(3),
                                Duration.ofHours(2),
                                Duration.ofDays(9),
                                true,
                                Distribution.KAFKA,
                                "one",
                                Duration.ofSeconds(10),
                                3,
                                folder.resolveSibling("our-sources")),
                        new AnalyzeConfig(
                                2,
                                Duration.ofSeconds(1),
                                new DataSize(1L << 20),
                                new StoriesConfig(0.5, 0.9, 100, Duration.ofDays(30)),
                                folder.resolve("r"),
                                Duration.ofMinutes(1),
                                List.of(folder.resolve("l"), Path.of("/abs")),
                                folder.resolve("g"),
                                true),
                        new IndexConfig(
                                10, new DataSize(64L << 10), Duration.ofSeconds(1), Duration.ofMinutes(1), "two"),
                        new DeskConfig("0.0.0.0", 0, List.of("desk.example")),
                        new AuthConfig(
                                Optional.of(folder.resolve("accounts")),
                                "X-Forwarded-User",
                                Optional.of(Role.READER),
                                List.of("127.0.0.1", "::1"),
                                true,
                                false,
                                Duration.ofMinutes(30),
                                Duration.ofHours(8),
                                60),
                        new DigestConfig(
                                folder.resolve("d"),
                                Optional.of(folder.resolve("out")),
                                "https://desk.example",
                                Duration.ofMinutes(1),
                                Duration.ofDays(7),
                                5,
                                2,
                                new MailConfig(
                                        "mail.example",
                                        465,
                                        Tls.IMPLICIT,
                                        "sender",
                                        Optional.of(folder.resolve("mail-password")),
                                        Optional.empty(),
                                        "desk@mail.example",
                                        Optional.of(folder.resolve("mail-ca.pem")),
                                        Duration.ofSeconds(5))),
                        new CustodyConfig(
                                false,
                                Duration.ofHours(1),
                                "Ada Renn",
                                "https://time.example/tsa",
                                Optional.of(folder.resolve("tsa.pem"))),
                        new MonitorConfig(true, "0.0.0.0", 9000),
                        new LogsConfig(LogsConfig.Format.JSON, false)));
    }

    @Test
    void theShippedFileGivesTheDefaults() {
        Path shippedFolder = Path.of("..", "config").toAbsolutePath().normalize();
        assertThat(ConfigLoader.load(SHIPPED, Map.of())).isEqualTo(ConfigLoader.defaults(shippedFolder, Map.of()));
    }

    @Test
    void theShippedFileNamesEveryKeyThatAFileMayGive() throws IOException {
        String shipped = Files.readString(SHIPPED);
        assertThat(EnvironmentSettings.keys().values())
                .filteredOn(path -> !List.of("apiKey", "password").contains(path.get(path.size() - 1)))
                .hasSizeGreaterThan(35)
                .allSatisfy(path -> assertThat(shipped).containsPattern("(?m)^ *" + path.get(path.size() - 1) + ":"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'desk:\n  prot: 1'                 | 2:3: unknown key 'prot'; did you mean 'port'?",
                "'dsek:\n  port: 1'                 | 1:1: unknown key 'dsek'; did you mean 'desk'?",
                "'desk:\n  port: many'              | 2:9: port: 'many' is not a whole number",
                "'desk:\n  port: 70000'             | 2:9: port: must be 0 to 65535, not 70000",
                "'desk:\n  port: 1\n  port: 2'      | 3:3: key 'port' is given twice",
                "'desk: 1'                          | 1:7: desk: expected keys below it, found a value",
                "'ingest:\n  delay: 5'              | 2:10: delay: '5' is not a length of time",
                "'ingest:\n  delay: -5 s'           | 2:10: delay: '-5 s' is not a length of time",
                "'ingest:\n  manners:\n    noindex: no' | 3:14: noindex: 'no' is none of: respect, ignore",
                "'ingest:\n  pageRevisitMax: 1 h'   | 2:19: pageRevisitMax: must not be shorter than pageRevisit",
                "'ingest:\n  maxBytes: 5 apples'    | 2:13: maxBytes: '5 apples' is not a size",
                "'ingest:\n  session: 5 s'          | 2:12: session: must be at least 6 s, the least a Kafka broker allows",
                "'ingest:\n  distribution: both'    | 2:17: distribution: 'both' is none of: local, kafka",
                "'ingest:\n  instance: a/b'         | 2:13: instance: 'a/b' may only hold letters, digits",
                "'ingest:\n  recheckOnStart: yes'   | 2:19: recheckOnStart: 'yes' is neither true nor false",
                "'ingest:\n  userAgent: My Bot/1'   | 2:14: userAgent: 'My Bot/1' may only hold",
                "'analyze:\n  stories:\n    resemblance: most' | 3:18: resemblance: 'most' is not a number",
                "'analyze:\n  stories:\n    containment: 1.5' | 3:18: containment: must be above 0 and at most 1",
                "'analyze:\n  rulesReload: 10 ms'            | 2:16: rulesReload: must be at least 1 s, or 0 s",
                "'analyze:\n  stories:\n    minWords: 3'      | 3:15: minWords: must be 20 to 10000, not 3",
                "'index:\n  backoffMax: 1 ms'       | 2:15: backoffMax: must not be less than backoffStart",
                "'elasticsearch:\n  username: me'   | 2:13: username: a user name and a password belong together",
                "'elasticsearch:\n  urls: [nowhere]'| 2:9: urls: 'nowhere' is not an http or https address",
                "'elasticsearch:\n  urls: [https://me:hush@x]' | 2:9: urls: an address holds no user name and password",
                "'elasticsearch:\n  urls: [http://x]\n  apiKeyFile: k' | 2:9: urls: 'http://x' is not encrypted",
                "'elasticsearch:\n  password: x'    | 2:3: 'password' is a secret",
                "'kafka:\n  client: {ssl.key.password: x}' | 2:12: 'ssl.key.password' is a secret",
                "'auth:\n  proxyHeader: a b'               | 2:16: proxyHeader: 'a b' is not the name of a header",
                "'auth:\n  proxyHeader: X-User'           | proxies: proxyHeader is believed from these addresses only",
                "'auth:\n  proxyRole: chief'               | 2:14: proxyRole: 'chief' is none of: reader, reviewer, admin",
                "'auth:\n  proxyRole: admin'               | 2:14: proxyRole: needs a proxyHeader",
                "'auth:\n  proxies: [proxy.example]'       | 'proxy.example' is not an address in digits",
                "'auth:\n  accountsFile: a\n  openToNetwork: true' | 3:18: openToNetwork: says that nobody is asked",
                "'auth:\n  idle: 1 s'                      | 2:9: idle: must be at least 1 min",
                "'auth:\n  longest: 1 h'                   | 2:12: longest: must not be less than idle",
                "'digest:\n  deskUrl: here'           | 2:12: deskUrl: 'here' is not an http or https address",
                "'digest:\n  mail:\n    host: m'    | 3:5: from: '' is not a mail address",
                "'digest:\n  mail: {tls: none, username: a, passwordFile: b}' | 2:15: tls: a password is never sent unencrypted",
                "'digest:\n  mail: {password: x}'    | 2:10: 'password' is a secret",
                "'kafka: [a]'                       | 1:8: kafka: expected keys below it",
                "'- a'                              | 1:1: expected sections",
                "'desk: {'                          | :1:8: not YAML",
            })
    void aMistakeIsNamedWithItsPlace(String yaml, String message) throws IOException {
        Path file = write(yaml);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(file, Map.of()))
                .withMessageContaining(file.toString())
                .withMessageContaining(message);
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Path file = write("desk: {port: 1}\nkafka: {client: {client.id: file}}");
        WatchwordConfig config = ConfigLoader.load(
                file,
                Map.of(
                        "WATCHWORD_DESK_PORT", "2",
                        "WATCHWORD_KAFKA_BOOTSTRAP_SERVERS", "a:1, b:2",
                        "WATCHWORD_KAFKA_CLIENT_CLIENT_ID", "environment",
                        "WATCHWORD_KAFKA_CLIENT_SASL_JAAS_CONFIG", "module required;",
                        "WATCHWORD_ELASTICSEARCH_API_KEY", "hush",
                        "WATCHWORD_JAVA_OPTS", "-Xmx1g",
                        "PATH", "/bin"));
        assertThat(config.desk().port()).isEqualTo(2);
        assertThat(config.kafka().bootstrapServers()).containsExactly("a:1", "b:2");
        assertThat(config.kafka().client())
                .isEqualTo(Map.of("client.id", "environment", "sasl.jaas.config", "module required;"));
        assertThat(config.elasticsearch().resolvedApiKey()).contains(new Secret("hush"));
        assertThat(config.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WATCHWORD_DESK_PROT", "WATCHWORD_DESKPORT"})
    void anUnknownVariableNamesTheNearest(String variable) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigLoader.defaults(folder, Map.of(variable, "1")))
                .withMessage("environment: unknown variable '" + variable + "'; did you mean 'WATCHWORD_DESK_PORT'?");
    }

    @Test
    void aWrongVariableIsNamed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigLoader.defaults(folder, Map.of("WATCHWORD_DESK_PORT", "x")))
                .withMessage("WATCHWORD_DESK_PORT: port: 'x' is not a whole number");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(folder.resolve("none.yaml"), Map.of()))
                .withMessageEndingWith("none.yaml: no such configuration file");
    }

    @Test
    void secretsAreReadFromFiles() throws IOException {
        secret("password", "correct horse\n");
        secret("kafka.properties", "ssl.key.password=battery\n");
        WatchwordConfig config = ConfigLoader.load(write("""
                        elasticsearch: {username: me, passwordFile: password}
                        kafka: {clientFile: kafka.properties}
                        """), Map.of());
        assertThat(config.elasticsearch().resolvedPassword()).contains(new Secret("correct horse"));
        assertThat(config.kafka().clientProperties("one:9092"))
                .isEqualTo(Map.of("ssl.key.password", "battery", "bootstrap.servers", "one:9092"));
    }

    @Test
    void aSecretThatEverybodyMayReadIsRefused() throws IOException {
        Path password = secret("password", "correct horse\n");
        Path properties = secret("kafka.properties", "sasl.jaas.config=x\n");
        Path keys = secret("client.pem", "");
        WatchwordConfig config = ConfigLoader.load(write("""
                        elasticsearch: {username: me, passwordFile: password}
                        kafka: {clientFile: kafka.properties}
                        """), Map.of());
        for (Path file : List.of(password, properties)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.elasticsearch().resolvedPassword())
                .withMessage(password + ": holds a secret, but everybody on this machine may read it; run: chmod o= '"
                        + password + "'");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.kafka().clientProperties("one:9092"))
                .withMessageStartingWith(properties + ": holds a secret");
        Files.setPosixFilePermissions(properties, PosixFilePermissions.fromString("rw-r-----"));
        Files.writeString(properties, "ssl.keystore.location=" + keys + "\n");
        assertThat(config.kafka().clientProperties("one:9092")).containsKey("ssl.keystore.location");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.kafka().clientProperties("one:9092"))
                .withMessageStartingWith(keys + ": holds a secret");
        // Where a container engine lays them they are this container's alone.
        PrivateFile.require(keys, folder);
    }

    @Test
    void noSettingShowsASecret() {
        WatchwordConfig config = ConfigLoader.defaults(
                folder,
                Map.of(
                        "WATCHWORD_KAFKA_CLIENT_SASL_JAAS_CONFIG", "hush",
                        "WATCHWORD_ELASTICSEARCH_USERNAME", "me",
                        "WATCHWORD_ELASTICSEARCH_PASSWORD", "hush",
                        "WATCHWORD_DIGEST_MAIL_USERNAME", "me",
                        "WATCHWORD_DIGEST_MAIL_PASSWORD", "hush"));
        assertThat(config.toString()).contains("sasl.jaas.config").doesNotContain("hush");
    }

    private Path secret(String name, String content) throws IOException {
        return TestingSecret.write(folder.resolve(name), content);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("watchword.yaml"), yaml);
    }
}
