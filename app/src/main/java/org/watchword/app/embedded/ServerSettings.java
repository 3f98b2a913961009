package org.watchword.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Elasticsearch's own configuration files, written anew at each start. */
final class ServerSettings {

    /** Ports are chosen by the server and read from {@code http.ports}, so that no other program can take them in between. */
    private static final String SETTINGS = """
            cluster.name: watchword
            node.name: watchword
            discovery.type: single-node
            network.host: 127.0.0.1
            http.port: 0
            transport.port: 0
            node.portsfile: true
            path.data: "%s"
            path.logs: "%s"
            # Where snapshots may be kept: see docs/operations.md.
            path.repo: ["%s"]
            # Reachable from this machine only, by the port nobody knows.
            xpack.security.enabled: false
            # The serial collector lets the heap fill with what nobody holds any more. Counted as used, that refuses requests
            # (429) of a server that has three quarters of its heap to give.
            indices.breaker.total.use_real_memory: false
            # By default a disk that is 90 %% full takes no index, however large the rest is.
            cluster.routing.allocation.disk.watermark.low: 1gb
            cluster.routing.allocation.disk.watermark.high: 512mb
            cluster.routing.allocation.disk.watermark.flood_stage: 256mb
            cluster.info.update.interval: 30s
            """;

    private static final String JVM_OPTIONS = """
            -XX:+UseSerialGC
            -Djava.io.tmpdir=${ES_TMPDIR}
            20-:--add-modules=jdk.incubator.vector
            -XX:+ExitOnOutOfMemoryError
            -XX:ErrorFile=hs_err_pid%p.log
            -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
            """;

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.}: %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            logger.node.name = org.elasticsearch.node
            logger.node.level = info
            """;

    private ServerSettings() {}

    static void write(Path config, Path data, Path logs, Path snapshots) throws IOException {
        Files.writeString(
                config.resolve("elasticsearch.yml"), SETTINGS.formatted(quoted(data), quoted(logs), quoted(snapshots)));
        Files.writeString(config.resolve("jvm.options"), JVM_OPTIONS);
        Files.writeString(config.resolve("log4j2.properties"), LOGGING);
    }

    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
