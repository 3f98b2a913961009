package org.watchword.app.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a compacted topic to its end, and on each further call what was added. Not thread-safe.
 *
 * @param <V> what its records are
 */
final class LatestRecords<V> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LatestRecords.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** Longer than any program of the line leaves a transaction open. */
    private static final Duration OTHERS = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private final Consumer<String, byte[]> consumer;
    private final Map<String, String> client;
    private final String topic;
    private final Class<V> type;
    private final SortedMap<String, V> records = new TreeMap<>();
    private List<TopicPartition> partitions = List.of();

    /**
     * A reader; nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param topic the topic with its prefix
     */
    LatestRecords(Map<String, String> client, String topic, Class<V> type) {
        this.consumer = consumer(client, "read_committed");
        this.client = Map.copyOf(client);
        this.topic = topic;
        this.type = type;
    }

    /**
     * The last record of every key; empty when there is no topic yet.
     *
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s
     */
    SortedMap<String, V> read() {
        if (partitions.isEmpty() && !assign()) {
            return records();
        }
        readTo(consumer.endOffsets(partitions, ANSWER), ANSWER);
        return records();
    }

    /**
     * As {@link #read}, and also what is committed behind a transaction that somebody else has open, which is given to nobody before that
     * has ended.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException when it does not end within a minute
     */
    SortedMap<String, V> readWhole() {
        if (partitions.isEmpty() && !assign()) {
            return records();
        }
        Map<TopicPartition, Long> ends;
        try (Consumer<String, byte[]> all = consumer(client, "read_uncommitted")) {
            ends = all.endOffsets(partitions, ANSWER);
        }
        readTo(ends, OTHERS);
        if (behind(ends)) {
            throw new TimeoutException("a transaction of another program on " + topic + " is still open after "
                    + OTHERS.toSeconds() + " s");
        }
        return records();
    }

    private void readTo(Map<TopicPartition, Long> ends, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (behind(ends) && System.nanoTime() < deadline) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                take(message);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private SortedMap<String, V> records() {
        return new TreeMap<>(records);
    }

    private boolean assign() {
        @Nullable List<PartitionInfo> found = consumer.listTopics(ANSWER).get(topic);
        if (found == null) {
            return false;
        }
        partitions = found.stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return true;
    }

    private boolean behind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), ANSWER) < end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        byte @Nullable [] value = message.value();
        if (value == null) {
            if (message.key() != null) {
                records.remove(message.key());
            }
            return;
        }
        try {
            records.put(String.valueOf(message.key()), JSON.readValue(value, type));
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            LOG.warn("{} offset {}: not of this topic's kind, left out", topic, message.offset());
        }
    }

    private static Consumer<String, byte[]> consumer(Map<String, String> client, String isolation) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", isolation);
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
