package org.watchword.app.line;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.observe.Instruments;

/**
 * What a role is built from.
 *
 * @param config every setting
 * @param data the run's data folder, absolute
 * @param kafka properties every Kafka client starts from, {@code bootstrap.servers} among them
 * @param elasticsearch addresses of the server, configured or embedded; empty when no role of this run needs it
 * @param clock the time
 * @param instruments what the roles are observed with
 * @param onFailure told in one sentence when a started role cannot go on; the line then stops and the program ends with exit code 1
 */
public record LineContext(
        WatchwordConfig config,
        Path data,
        Map<String, String> kafka,
        List<URI> elasticsearch,
        InstantSource clock,
        Instruments instruments,
        Consumer<String> onFailure) {

    public LineContext {
        kafka = Map.copyOf(kafka);
        elasticsearch = List.copyOf(elasticsearch);
    }

    /** A topic's name with the configured prefix. */
    public String topic(String name) {
        return config.kafka().topicPrefix() + name;
    }
}
