package org.watchword.app.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.watchword.model.NearestKey;

/** The names of properties that Kafka's clients know. Kafka itself passes over a misspelt one, and with it over a password. */
final class KafkaProperties {

    /** Before a name they mean one kind of client inside the stream engine only. */
    private static final List<String> PREFIXES =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");

    private static final Set<String> KNOWN = known();

    private KafkaProperties() {}

    /**
     * Looks at the properties that every client of a line starts from.
     *
     * @throws LineException naming the first that no client knows, and the nearest name
     */
    static void requireKnown(Map<String, String> properties) {
        for (String name : new TreeSet<>(properties.keySet())) {
            unknown(name).ifPresent(problem -> {
                throw new LineException(problem);
            });
        }
    }

    private static Optional<String> unknown(String name) {
        String bare = PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
        return KNOWN.contains(bare)
                ? Optional.empty()
                : Optional.of("kafka.client, or the file it names: no Kafka client knows the property '" + name + "'"
                        + NearestKey.of(bare, KNOWN)
                                .map(nearest -> "; did you mean '" + nearest + "'?")
                                .orElse(""));
    }

    private static Set<String> known() {
        Set<String> names = new TreeSet<>(AdminClientConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(StreamsConfig.configDef().names());
        return names;
    }
}
