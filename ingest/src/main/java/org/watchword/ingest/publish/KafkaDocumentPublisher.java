package org.watchword.ingest.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;
import org.watchword.model.Trace;
import tools.jackson.databind.json.JsonMapper;

/** Publishes to Kafka with an idempotent producer that waits for all in-sync replicas. */
public final class KafkaDocumentPublisher implements DocumentPublisher, AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String prefix;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param client Kafka client properties, {@code bootstrap.servers} at least; serializers, {@code acks} and
     *     {@code enable.idempotence} are set here and cannot be overridden
     * @param prefix put before every name in {@link Topics}; may be empty
     */
    public KafkaDocumentPublisher(Properties client, String prefix) {
        this(new KafkaProducer<>(configured(client)), prefix);
    }

    KafkaDocumentPublisher(Producer<String, byte[]> producer, String prefix) {
        this.producer = producer;
        this.prefix = prefix;
    }

    private static Properties configured(Properties client) {
        Properties all = new Properties();
        // The broker's own limit decides what is too large; the producer's default of 1 MiB is below a long speech in
        // Cyrillic.
        all.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(16 << 20));
        all.setProperty(ProducerConfig.CLIENT_ID_CONFIG, "watchword-fetch");
        for (String name : client.stringPropertyNames()) {
            all.setProperty(name, client.getProperty(name));
        }
        all.setProperty(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        all.setProperty(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        all.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        all.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        return all;
    }

    @Override
    public Receipt publish(Document document) {
        return publishAll(List.of(document)).get(0);
    }

    @Override
    public List<Receipt> publishAll(List<Document> documents) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(documents.size());
        for (Document document : documents) {
            ProducerRecord<String, byte[]> record =
                    record(Topics.DOCUMENTS, document.id(), json.writeValueAsBytes(document));
            record.headers().add(Trace.HEADER, Trace.header(document));
            sent.add(producer.send(record));
        }
        producer.flush();
        return sent.stream()
                .map(f -> acknowledged(f) ? Receipt.ACKNOWLEDGED : Receipt.TOO_LARGE)
                .toList();
    }

    /** A letter that is larger than the topic takes is sent without its original; its origin says where that can be read. */
    @Override
    public void deadLetter(DeadLetter letter) {
        if (acknowledged(send(Topics.DEAD_LETTERS, letter.id(), json.writeValueAsBytes(letter)))) {
            return;
        }
        DeadLetter cut = new DeadLetter(
                letter.id(),
                letter.stage(),
                letter.code(),
                letter.reason() + " (the original's " + letter.original().length
                        + " bytes are too large to be carried here)",
                letter.origin(),
                letter.at(),
                new byte[0]);
        acknowledged(send(Topics.DEAD_LETTERS, cut.id(), json.writeValueAsBytes(cut)));
    }

    @Override
    public void counts(StageCounts counts) {
        acknowledged(send(Topics.COUNTS, counts.key(), json.writeValueAsBytes(counts)));
    }

    @Override
    public void coverage(List<SourceDay> days) {
        List<Future<RecordMetadata>> sent = days.stream()
                .map(day -> send(Topics.COVERAGE, day.key(), json.writeValueAsBytes(day)))
                .toList();
        producer.flush();
        sent.forEach(KafkaDocumentPublisher::acknowledged);
    }

    private Future<RecordMetadata> send(String topic, String key, byte[] value) {
        return producer.send(record(topic, key, value));
    }

    private ProducerRecord<String, byte[]> record(String topic, String key, byte[] value) {
        return new ProducerRecord<>(prefix + topic, key, value);
    }

    /** The client, for its metrics. */
    public Producer<?, ?> client() {
        return producer;
    }

    private static boolean acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new PublishException("Kafka did not take a record: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException("interrupted while waiting for Kafka", e);
        }
    }

    /** Waits up to 5 seconds for records under way. */
    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
