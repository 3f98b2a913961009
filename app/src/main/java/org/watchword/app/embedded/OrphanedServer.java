package org.watchword.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An Elasticsearch that outlived the run that started it, found by its pid file. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    /**
     * Ends the server, when its process still runs. A process of that number whose command line does not name {@code program} is somebody
     * else's and is left alone.
     *
     * @throws ServerException when it does not end
     */
    static void stop(Path pidFile, Path program, Duration patience) {
        Optional<ProcessHandle> found = find(pidFile, program);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle server = found.get();
        LOG.info("An Elasticsearch of an earlier, crashed run is still there (process {}); ending it", server.pid());
        server.destroy();
        if (!ended(server, patience)) {
            server.destroyForcibly();
            if (!ended(server, patience)) {
                throw new ServerException("An Elasticsearch of an earlier run (process " + server.pid()
                        + ") holds the index and cannot be ended; end it and start again.");
            }
        }
    }

    private static Optional<ProcessHandle> find(Path pidFile, Path program) {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return ProcessHandle.of(pid).filter(p -> commandLine(p).contains("-Des.path.home=" + program));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String commandLine(ProcessHandle process) {
        Path linux = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(linux)) {
            try {
                return new String(Files.readAllBytes(linux), StandardCharsets.UTF_8).replace('\0', ' ');
            } catch (IOException e) {
                return "";
            }
        }
        return process.info().commandLine().orElse("");
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
