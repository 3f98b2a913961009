package org.watchword.app.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.watchword.app.config.IngestConfig;
import org.watchword.app.config.KafkaConfig;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;

/** Creates the line's topics where they are missing. Existing ones are left as they are: an administrator may have tuned them. */
public final class TopicSetup {

    private static final long SECONDS = 60;

    private TopicSetup() {}

    /**
     * Creates what is missing.
     *
     * @param fetch settings of the fetch stage: fetchers that share the work need topics of their own
     * @param client properties of a Kafka client
     * @throws LineException when the cluster does not answer or refuses
     */
    public static void create(KafkaConfig config, IngestConfig fetch, Map<String, String> client) {
        List<NewTopic> topics = new ArrayList<>();
        TopicLayout layout = new TopicLayout(config.topicPrefix(), config.partitions(), (short) config.replication());
        for (String name : Topics.all()) {
            topics.add(topic(name, layout.partitions(name), layout));
        }
        if (fetch.distribution() == IngestConfig.Distribution.KAFKA) {
            Topics.fleet().forEach(name -> topics.add(topic(name, fetch.parts(), layout)));
        }
        String servers = client.getOrDefault("bootstrap.servers", "");
        try (Admin admin = Admin.create(new HashMap<String, Object>(client))) {
            Set<String> fresh = new HashSet<>();
            admin.createTopics(topics).values().forEach((name, created) -> {
                if (isNew(name, created, servers)) {
                    fresh.add(name);
                }
            });
            TopicLeaders.await(
                    admin,
                    topics.stream()
                            .filter(topic -> fresh.contains(topic.name()))
                            .toList(),
                    servers,
                    Duration.ofSeconds(SECONDS));
        } catch (KafkaException e) {
            throw new LineException("Kafka at " + servers + " cannot be used: " + KafkaFailure.inWords(e), e);
        }
    }

    private static NewTopic topic(String name, int partitions, TopicLayout layout) {
        return new NewTopic(layout.name(name), partitions, layout.replication()).configs(layout.config(name));
    }

    /** Whether the topic was not there before. */
    private static boolean isNew(String topic, KafkaFuture<Void> created, String servers) {
        try {
            created.get(SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new LineException(
                    e.getCause() instanceof AuthenticationException
                            ? "Kafka at " + servers + " cannot be used: " + KafkaFailure.inWords(e)
                            : "Kafka at " + servers + " did not create topic " + topic + ": " + KafkaFailure.inWords(e),
                    e);
        } catch (TimeoutException e) {
            throw new LineException("Kafka at " + servers + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineException("The start was interrupted.", e);
        }
    }
}
