package org.watchword.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.watchword.model.DeadLetter;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;

/** A stranger's hand on the line's topics. */
final class TestingTopics {

    private final Map<String, String> client;
    private final TopicLayout layout;

    /** @param prefix put before every topic's name */
    TestingTopics(Map<String, String> client, String prefix) {
        this.client = client;
        this.layout = new TopicLayout(prefix, 1, (short) 1);
    }

    /** Creates them; those that are there are left as they are. */
    void create() throws Exception {
        List<NewTopic> topics = Topics.all().stream()
                .map(topic -> new NewTopic(layout.name(topic), 1, (short) 1).configs(layout.config(topic)))
                .toList();
        try (Admin admin = Admin.create(new HashMap<String, Object>(client))) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    void send(String topic, Map<String, byte[]> records) throws Exception {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("max.request.size", TopicLayout.MAX_RECORD_BYTES);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (Map.Entry<String, byte[]> record : records.entrySet()) {
                producer.send(new ProducerRecord<>(layout.name(topic), record.getKey(), record.getValue()))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    void send(String topic, String key, String value) throws Exception {
        send(topic, Map.of(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Everything that stands in a topic. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(layout.name(topic)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    /** Reads the dead letters from the beginning until one is as wanted. */
    DeadLetter deadLetter(Predicate<DeadLetter> wanted) {
        List<DeadLetter> seen = new ArrayList<>();
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(layout.name(Topics.DEAD_LETTERS)).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.value() == null) {
                        // One that was sent back is taken away.
                        continue;
                    }
                    DeadLetter letter = JsonMapper.shared().readValue(record.value(), DeadLetter.class);
                    if (wanted.test(letter)) {
                        return letter;
                    }
                    seen.add(letter);
                }
            }
        }
        throw new AssertionError("no such dead letter among " + seen);
    }
}
