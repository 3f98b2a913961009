package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.watchword.model.ConfigException;

/**
 * Where the messages travel.
 *
 * @param bootstrapServers {@code host:port} of some brokers; empty runs the embedded broker
 * @param topicPrefix put before every topic name
 * @param partitions of each topic this program creates
 * @param replication copies of each topic this program creates; the embedded broker can hold one
 * @param client Kafka client properties, passed through to every producer, consumer, stream and admin client
 * @param clientFile a {@code .properties} file with further client properties, for secrets
 */
public record KafkaConfig(
        @Default("") List<String> bootstrapServers,
        @Default("watchword-") String topicPrefix,
        @Default("4") int partitions,
        @Default("1") int replication,
        Map<String, String> client,
        Optional<Path> clientFile) {

    public KafkaConfig {
        bootstrapServers = List.copyOf(bootstrapServers);
        client = Map.copyOf(client);
        for (String server : bootstrapServers) {
            require(server.matches(".+:\\d{1,5}"), "bootstrapServers", "'" + server + "' is not host:port");
        }
        require(
                topicPrefix.matches("[A-Za-z0-9._-]{0,100}"),
                "topicPrefix",
                "'" + topicPrefix + "' may only hold letters, digits, '.', '_' and '-'");
        requireRange("partitions", partitions, 1, 1000);
        requireRange("replication", replication, 1, 100);
    }

    /** Whether the broker runs inside this program. */
    public boolean embedded() {
        return bootstrapServers.isEmpty();
    }

    /**
     * The properties every Kafka client starts from.
     *
     * @param servers the brokers to use: {@link #bootstrapServers()} joined by commas, or the embedded broker's address
     * @throws ConfigException when {@link #clientFile()} cannot be read, or everybody on this machine may read it or our key
     */
    public Map<String, String> clientProperties(String servers) {
        Map<String, String> properties = new HashMap<>(client);
        clientFile.ifPresent(file -> {
            PrivateFile.require(file);
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigException(file.toString(), 0, 0, "cannot read the Kafka client properties", e);
            }
            read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        });
        String keys = properties.getOrDefault("ssl.keystore.location", "");
        if (!keys.isEmpty()) {
            PrivateFile.require(Path.of(keys));
        }
        properties.put("bootstrap.servers", servers);
        return Map.copyOf(properties);
    }

    /** The values of client properties are left out: the environment may have put secrets there. */
    @Override
    public String toString() {
        return "KafkaConfig[bootstrapServers=" + bootstrapServers + ", topicPrefix=" + topicPrefix + ", client="
                + new TreeSet<>(client.keySet()) + ']';
    }

    /** Whether its value must not stand in a file that others may read, or in a log. */
    static boolean isSecret(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return name.endsWith("password")
                || name.endsWith("secret")
                || name.endsWith("jaas.config")
                || name.endsWith("keystore.key");
    }
}
