package org.watchword.app.deadletter;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.app.topic.WholeTopic;
import org.watchword.model.DeadLetter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The dead letters that lie in their topic. Holds one whole letter at a time, whatever their number. Not thread-safe. */
public final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;

    /**
     * Nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param topic the dead letters' topic with its prefix
     */
    public DeadLetters(Map<String, String> client, String topic) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("max.poll.records", "1");
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        this.topic = topic;
    }

    /**
     * All of them, the oldest first.
     *
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s
     */
    public List<LetterSummary> list() {
        Map<String, LetterSummary> letters = new HashMap<>();
        WholeTopic.each(consumer, topic, message -> {
            LetterSummary letter = summary(message);
            if (letter == null) {
                letters.remove(String.valueOf(message.key()));
            } else {
                letters.put(letter.id(), letter);
            }
        });
        return letters.values().stream()
                .sorted(Comparator.comparing(LetterSummary::at).thenComparing(LetterSummary::id))
                .toList();
    }

    /** The whole letter; null when it is there no more. */
    public @Nullable DeadLetter read(LetterSummary summary) {
        TopicPartition partition = new TopicPartition(topic, summary.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, summary.offset());
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                DeadLetter letter = letter(message);
                // Compaction may have taken it away: the next one is another.
                return letter != null && letter.id().equals(summary.id()) ? letter : null;
            }
        }
        return null;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private @Nullable LetterSummary summary(ConsumerRecord<String, byte[]> message) {
        DeadLetter letter = letter(message);
        return letter == null ? null : LetterSummary.of(letter, message.partition(), message.offset());
    }

    private @Nullable DeadLetter letter(ConsumerRecord<String, byte[]> message) {
        byte @Nullable [] value = message.value();
        if (value == null) {
            return null;
        }
        try {
            return JSON.readValue(value, DeadLetter.class);
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            LOG.warn("{}-{}-{}: no dead letter, left out", topic, message.partition(), message.offset());
            return null;
        }
    }
}
