package org.watchword.app.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The real server behind TLS and a password; its certificate can be changed while it runs. */
public final class SecuredElasticsearch implements AutoCloseable {

    private static final String SETTINGS = """
            discovery.type: single-node
            network.host: 127.0.0.1
            http.port: 0
            transport.port: 0
            node.portsfile: true
            path.data: "%1$s/data"
            path.logs: "%1$s/run"
            xpack.security.enabled: true
            xpack.security.http.ssl.enabled: true
            xpack.security.http.ssl.key: server.pem
            xpack.security.http.ssl.certificate: server.pem.crt
            xpack.security.authc.password_hashing.algorithm: bcrypt4
            resource.reload.interval.high: 1s
            cluster.routing.allocation.disk.threshold_enabled: false
            """;

    private final ChildProcess process;
    private final URI url;
    private final TestingAuthority authority;
    private final Path identity;
    private final ServerUser user;

    private SecuredElasticsearch(
            ChildProcess process, URI url, TestingAuthority authority, Path identity, ServerUser user) {
        this.process = process;
        this.url = url;
        this.authority = authority;
        this.identity = identity;
        this.user = user;
    }

    public static SecuredElasticsearch start(
            Path archive, Path data, TestingAuthority authority, String name, String password) throws Exception {
        ServerUser user = ServerUser.current();
        Path folder = ServerFolder.choose(data, user).path();
        Path program = ServerProgram.unpack(archive, folder);
        Path config = Files.createDirectories(folder.resolve("config"));
        ServerSettings.write(config, folder.resolve("data"), folder.resolve("run"), folder.resolve("snapshots"));
        Files.writeString(config.resolve("elasticsearch.yml"), SETTINGS.formatted(folder));
        String hash = OpenBSDBCrypt.generate(
                "2a", password.toCharArray(), "sixteen-bytes-go".getBytes(StandardCharsets.US_ASCII), 4);
        Files.writeString(config.resolve("users"), name + ":" + hash + "\n");
        Files.writeString(config.resolve("users_roles"), "superuser:" + name + "\n");
        Path identity = authority.identity(
                config.resolve("server.pem"), "search", Instant.now().plus(Duration.ofHours(12)));
        ShortLived.elasticsearchOf(data);
        for (String owned : List.of("config", "run", "tmp", "data")) {
            user.own(Files.createDirectories(folder.resolve(owned)));
        }
        List<String> command = new ArrayList<>(user.prefix());
        command.add(program.resolve("bin").resolve("elasticsearch").toString());
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", folder.toString(),
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", config.toString(),
                "ES_TMPDIR", folder.resolve("tmp").toString(),
                "ES_JAVA_OPTS", "-Xms384m -Xmx384m"));
        Path log = Files.createDirectories(data.resolve("logs")).resolve("elasticsearch.log");
        ChildProcess process = ChildProcess.start(command, environment, folder.resolve("run"), log.toFile());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        Path ports = folder.resolve("run").resolve("http.ports");
        while (!Files.exists(ports)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.close();
                throw new AssertionError("Elasticsearch did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        String address = Files.readAllLines(ports).stream()
                .filter(line -> line.startsWith("127.0.0.1:"))
                .findFirst()
                .orElseThrow();
        return new SecuredElasticsearch(process, URI.create("https://" + address), authority, identity, user);
    }

    public URI url() {
        return url;
    }

    /** By a name that the certificate does not hold. */
    public URI byName() {
        return URI.create("https://localhost:" + url.getPort());
    }

    /** Has it show another certificate, from about a second later on. */
    public void present(Instant notAfter) throws IOException {
        Path next = authority.identity(identity.resolveSibling("next.pem"), "search", notAfter);
        for (Path file : List.of(next, TestingAuthority.certificate(next))) {
            user.own(file);
        }
        Files.move(next, identity, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                TestingAuthority.certificate(next),
                TestingAuthority.certificate(identity),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(10));
    }
}
