package org.watchword.app.status;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.Endpoints;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.Topics;

/**
 * How the sources were, as far as it can be told now.
 *
 * @param sources empty when it is not known
 * @param problem why it is not known
 */
public record KnownCoverage(List<SourceHealth> sources, Optional<String> problem) {

    /** Reads it from the broker of the settings, or of the instance that runs over a data folder. */
    public static KnownCoverage read(WatchwordConfig config, Path data) {
        String broker = config.kafka().embedded()
                ? Endpoints.running(data).map(Endpoints::kafka).orElse("")
                : String.join(",", config.kafka().bootstrapServers());
        if (broker.isEmpty()) {
            return new KnownCoverage(List.of(), Optional.of("no broker runs over " + data));
        }
        try (CoverageReader reader = new CoverageReader(
                config.kafka().clientProperties(broker), config.kafka().topicPrefix() + Topics.COVERAGE)) {
            return new KnownCoverage(
                    SourceHealth.of(reader.read(), InstantSource.system().instant()), Optional.empty());
        } catch (KafkaException e) {
            return new KnownCoverage(
                    List.of(), Optional.of("Kafka at " + broker + " does not answer: " + e.getMessage()));
        }
    }
}
