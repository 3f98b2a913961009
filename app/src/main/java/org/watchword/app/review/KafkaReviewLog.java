package org.watchword.app.review;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.app.topic.WholeTopic;
import org.watchword.desk.review.ReviewLog;
import org.watchword.desk.review.ReviewLogException;
import org.watchword.model.review.Review;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The topic {@code reviews}: a decision is in it when all replicas in sync have it. Thread-safe. */
public final class KafkaReviewLog implements ReviewLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaReviewLog.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> client;
    private final String topic;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * Nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param topic the reviews' topic with its prefix
     */
    public KafkaReviewLog(Map<String, String> client, String topic) {
        this.client = Map.copyOf(client);
        this.topic = topic;
    }

    @Override
    public void add(Review decision) {
        try {
            producer()
                    .send(new ProducerRecord<>(topic, decision.documentId(), bytes(decision)))
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unsure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw unsure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unsure(e);
        }
    }

    /** A decision as it lies in the log, and as a line of an export. */
    public static byte[] bytes(Review decision) {
        return JSON.writeValueAsBytes(decision);
    }

    @Override
    public void read(Consumer<Review> decisions) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            WholeTopic.each(consumer, topic, record -> take(record, decisions));
        } catch (KafkaException e) {
            throw new ReviewLogException("The log of decisions cannot be read: " + e.getMessage(), e);
        }
    }

    private static void take(ConsumerRecord<String, byte[]> record, Consumer<Review> decisions) {
        Review decision;
        try {
            decision = JSON.readValue(record.value() == null ? new byte[0] : record.value(), Review.class);
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("{}-{} at {}: not a review, left out", record.topic(), record.partition(), record.offset());
            return;
        }
        decisions.accept(decision);
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> properties = new HashMap<>(client);
            properties.put("acks", "all");
            properties.put("enable.idempotence", "true");
            properties.put("linger.ms", "0");
            properties.put("max.block.ms", Long.toString(ANSWER.toMillis()));
            properties.put("request.timeout.ms", "5000");
            properties.put("delivery.timeout.ms", "9000");
            producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static ReviewLogException unsure(Throwable e) {
        return new ReviewLogException(
                "Kafka did not acknowledge the decision (" + e.getMessage()
                        + "). It may or may not be kept; look at the statement again before you decide once more.",
                e);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
