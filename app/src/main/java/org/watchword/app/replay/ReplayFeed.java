package org.watchword.app.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.app.status.CountsReader;
import org.watchword.model.Analysis;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the line's past to the topics of a replay: documents in its range to be analysed anew, analyses of the others as they are, the
 * stories, and what people decided. What was handed over, the counts of it and the place reached are one transaction, so that a replay goes on where it stopped
 * and hands nothing over twice. Not thread-safe.
 */
final class ReplayFeed implements AutoCloseable {

    /** Its stage in the counts of the replay. */
    static final String STAGE = "replay";

    static final String DOCUMENTS = "emitted:documents";
    static final String ANALYSES = "emitted:analyses";
    private static final String STORIES = "emitted:stories";
    static final String REVIEWS = "emitted:reviews";
    private static final String ELSEWHERE = "unchanged:other-range";
    private static final String UNREADABLE = "refused:unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(ReplayFeed.class);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReplayRange range;
    private final String from;
    private final String to;
    private final UnaryOperator<Document> reading;
    private final InstantSource clock;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final TreeMap<String, Long> out = new TreeMap<>();
    private long in;

    /**
     * @param from prefix of the line's topics
     * @param to prefix of the replay's topics
     * @param reading reads a page anew, or leaves it as it was
     */
    ReplayFeed(
            ReplayRange range,
            Map<String, String> kafka,
            String from,
            String to,
            UnaryOperator<Document> reading,
            InstantSource clock) {
        this.range = range;
        this.from = from;
        this.to = to;
        this.reading = reading;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(
                consumer(kafka, to + "feed", range.rate()), new StringDeserializer(), new ByteArrayDeserializer());
        this.producer =
                new KafkaProducer<>(producer(kafka, to + "feed"), new StringSerializer(), new ByteArraySerializer());
        // Ends a transaction that an earlier process left open.
        producer.initTransactions();
        for (String topic : List.of(Topics.DOCUMENTS, Topics.ANALYSES, Topics.STORIES, Topics.REVIEWS)) {
            consumer.partitionsFor(from + topic, ANSWER)
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
        takeUp(kafka);
    }

    private void takeUp(Map<String, String> kafka) {
        Map<TopicPartition, OffsetAndMetadata> reached =
                consumer.committed(new java.util.HashSet<>(partitions), ANSWER);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = reached.get(partition);
            consumer.seek(partition, offset == null ? 0 : offset.offset());
        }
        try (CountsReader counts = new CountsReader(kafka, to + Topics.COUNTS)) {
            StageCounts before = counts.read().get(STAGE + "/feed");
            if (before != null) {
                in = before.in();
                out.putAll(before.out());
                LOG.info("replay goes on after {} records", in);
            }
        }
    }

    /** Hands over everything there is at this moment. */
    void catchUp() throws InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey(), ANSWER) < e.getValue())) {
            long begin = System.nanoTime();
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                long documents = handOver(records);
                pause(documents, System.nanoTime() - begin);
            }
        }
    }

    private long handOver(ConsumerRecords<String, byte[]> records) {
        long before = out.getOrDefault(DOCUMENTS, 0L);
        Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
        producer.beginTransaction();
        for (ConsumerRecord<String, byte[]> record : records) {
            in++;
            out.merge(handOver(record), 1L, Long::sum);
            reached.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        StageCounts counts = new StageCounts(STAGE, "feed", in, out, clock.instant());
        producer.send(new ProducerRecord<>(to + Topics.COUNTS, counts.key(), JSON.writeValueAsBytes(counts)));
        producer.sendOffsetsToTransaction(reached, consumer.groupMetadata());
        producer.commitTransaction();
        return out.getOrDefault(DOCUMENTS, 0L) - before;
    }

    private String handOver(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return ELSEWHERE;
        }
        try {
            if (record.topic().equals(from + Topics.DOCUMENTS)) {
                Document document = JSON.readValue(record.value(), Document.class);
                if (!range.holds(document.capturedAt())) {
                    return ELSEWHERE;
                }
                send(Topics.DOCUMENTS, document.id(), JSON.writeValueAsBytes(reading.apply(document)));
                return DOCUMENTS;
            }
            if (record.topic().equals(from + Topics.ANALYSES)) {
                Analysis analysis = JSON.readValue(record.value(), Analysis.class);
                if (range.holds(analysis.document().capturedAt())) {
                    return ELSEWHERE;
                }
                send(Topics.ANALYSES, record.key(), record.value());
                return ANALYSES;
            }
            boolean review = record.topic().equals(from + Topics.REVIEWS);
            send(review ? Topics.REVIEWS : Topics.STORIES, record.key(), record.value());
            return review ? REVIEWS : STORIES;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("{}-{} at {}: cannot be read, left out", record.topic(), record.partition(), record.offset());
            return UNREADABLE;
        }
    }

    private void send(String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(to + topic, key, value));
    }

    private void pause(long documents, long nanos) throws InterruptedException {
        long wanted = TimeUnit.SECONDS.toNanos(documents) / range.rate();
        if (wanted > nanos) {
            TimeUnit.NANOSECONDS.sleep(wanted - nanos);
        }
    }

    /** How what was read ended. */
    Map<String, Long> counts() {
        return new TreeMap<>(out);
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ofSeconds(5));
    }

    private static Map<String, Object> consumer(Map<String, String> kafka, String group, int rate) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("group.id", group);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", Math.max(1, Math.min(200, rate)));
        return properties;
    }

    private static Map<String, Object> producer(Map<String, String> kafka, String id) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("transactional.id", id);
        properties.put("max.request.size", TopicLayout.MAX_DEAD_LETTER_BYTES);
        return properties;
    }
}
