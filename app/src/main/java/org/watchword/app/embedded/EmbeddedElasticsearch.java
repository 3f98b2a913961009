package org.watchword.app.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Elastic's own server as a child process on loopback, with one node and without passwords. */
public final class EmbeddedElasticsearch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOPPING = Duration.ofSeconds(7);

    private final ChildProcess process;
    private final URI url;
    private final boolean reused;
    private final ServerFolder folder;

    private EmbeddedElasticsearch(ChildProcess process, URI url, boolean reused, ServerFolder folder) {
        this.process = process;
        this.url = url;
        this.reused = reused;
        this.folder = folder;
    }

    /**
     * Starts the server over a data folder and returns when it answers.
     *
     * @param archive the distribution, {@code elasticsearch-VERSION.zip}
     * @param data the run's data folder: program, index and log lie below it, unless this is root and the folder is private
     * @param heapMebibytes of the server; the process takes about 300 MiB more
     * @throws ServerException when it cannot run; the message says why
     */
    public static EmbeddedElasticsearch start(Path archive, Path data, long heapMebibytes) {
        Path absolute = data.toAbsolutePath().normalize();
        ServerUser user = ServerUser.current();
        requireReachableJava(user);
        ServerFolder folder = ServerFolder.choose(absolute, user);
        Path program = ServerProgram.unpack(archive, folder.path());
        Path pidFile = folder.path().resolve("run").resolve("server.pid");
        OrphanedServer.stop(pidFile, program, STOPPING);
        boolean reused = Files.isDirectory(folder.path().resolve("data").resolve("_state"))
                || Files.isDirectory(folder.path().resolve("data").resolve("indices"));
        ServerLog log;
        ChildProcess process;
        try {
            log = ServerLog.open(
                    Files.createDirectories(absolute.resolve("logs")).resolve("elasticsearch.log"));
            process = launch(program, folder.path(), pidFile, user, heapMebibytes, log);
        } catch (IOException e) {
            throw new ServerException("Elasticsearch's files under " + folder.path() + " cannot be written: " + e, e);
        }
        try {
            URI url = awaitUrl(process, folder.path().resolve("run").resolve("http.ports"), log);
            return new EmbeddedElasticsearch(process, url, reused, folder);
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    /** Where it listens, for example {@code http://127.0.0.1:39201}. */
    public URI url() {
        return url;
    }

    /** Whether an index of an earlier run was found. */
    public boolean reused() {
        return reused;
    }

    /** The folder that holds program and index. */
    public Path folder() {
        return folder.path();
    }

    /** Whether that folder lies outside the data folder, because the server's user could not enter it. */
    public boolean relocated() {
        return folder.relocated();
    }

    /** Completed with its exit code when the server ends, asked to or not. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Stops the server, by force after 7 seconds; the index stays. */
    @Override
    public void close() {
        process.stop(STOPPING);
    }

    private static ChildProcess launch(
            Path program, Path folder, Path pidFile, ServerUser user, long heapMebibytes, ServerLog log)
            throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Path config = Files.createDirectories(folder.resolve("config"));
        Path temporary = folder.resolve("tmp");
        ServerFolder.deleteTree(temporary);
        Files.createDirectories(temporary);
        Path index = Files.createDirectories(folder.resolve("data"));
        Path snapshots = Files.createDirectories(folder.resolve("snapshots"));
        Files.deleteIfExists(run.resolve("http.ports"));
        Files.deleteIfExists(pidFile);
        ServerSettings.write(config, index, run, snapshots);
        for (Path owned : List.of(run, config, temporary, index, snapshots)) {
            user.own(owned);
        }
        List<String> command = new ArrayList<>(user.prefix());
        command.add(program.resolve("bin").resolve("elasticsearch").toString());
        command.addAll(List.of("-p", pidFile.toString()));
        String heap = heapMebibytes + "m";
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "LC_ALL", "C.UTF-8",
                "HOME", folder.toString(),
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", config.toString(),
                "ES_TMPDIR", temporary.toString(),
                // What starts the server leaves a folder at each start. It works in its program folder, and takes no
                // path with a space.
                "CLI_JAVA_OPTS", "-Djava.io.tmpdir=" + program.relativize(temporary),
                "ES_JAVA_OPTS", "-Xms" + heap + " -Xmx" + heap));
        LOG.debug("starting {}", command);
        return ChildProcess.start(command, environment, run, log.file().toFile());
    }

    private static URI awaitUrl(ChildProcess process, Path ports, ServerLog log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new ServerException(
                        "Elasticsearch did not start: " + log.reason() + " (see " + log.file() + ").");
            }
            URI url = address(ports);
            if (url != null && healthy(url)) {
                return url;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerException("Elasticsearch's start was interrupted.", e);
            }
        }
        throw new ServerException("Elasticsearch did not answer within " + PATIENCE.toSeconds() + " s: " + log.reason()
                + " (see " + log.file() + ").");
    }

    private static @Nullable URI address(Path ports) {
        try {
            return Files.readAllLines(ports).stream()
                    .filter(line -> line.startsWith("127.0.0.1:"))
                    .findFirst()
                    .map(line -> URI.create("http://" + line.strip()))
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean healthy(URI url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve("/_cluster/health?wait_for_status=yellow&timeout=5s")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(10_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireReachableJava(ServerUser user) {
        Path java = Path.of(System.getProperty("java.home"));
        try {
            if (!user.reaches(java.toRealPath())) {
                throw new ServerException(
                        "Elasticsearch refuses to run as root, and the JDK in " + java
                                + " cannot be used by anybody else; install a JDK for all users, or run watchword as an ordinary user.");
            }
        } catch (IOException e) {
            throw new ServerException("The JDK in " + java + " cannot be read: " + e.getMessage(), e);
        }
    }
}
