package org.watchword.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.StageCounts;
import tools.jackson.databind.json.JsonMapper;

class KafkaDocumentPublisherTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Kafka's own in-memory producer, with a limit on the size of a record as a broker has one. */
    private static MockProducer<String, byte[]> broker(int maxBytes, boolean up) {
        return new MockProducer<>(up, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                Future<RecordMetadata> sent = super.send(record);
                if (!up) {
                    errorNext(new TimeoutException("no broker"));
                } else if (record.value().length > maxBytes) {
                    return java.util.concurrent.CompletableFuture.failedFuture(
                            new RecordTooLargeException("too large"));
                }
                return sent;
            }
        };
    }

    private static Document document(String text) {
        return new Document(
                "id1", "s", "S", null, "u", "u", null, null, null, null, null, null, null, null, null, null, null, text,
                List.of(), "d", NOON, null);
    }

    @Test
    void aDocumentIsKeyedByItsIdOnThePrefixedTopic() {
        MockProducer<String, byte[]> broker = broker(10_000, true);
        try (KafkaDocumentPublisher publisher = new KafkaDocumentPublisher(broker, "ww.")) {
            assertThat(publisher.publish(document("Words."))).isEqualTo(DocumentPublisher.Receipt.ACKNOWLEDGED);
            publisher.counts(new StageCounts("fetch", "s", 0, new TreeMap<>(), NOON));
        }
        ProducerRecord<String, byte[]> record = broker.history().get(0);
        assertThat(record.topic()).isEqualTo("ww.documents");
        assertThat(record.key()).isEqualTo("id1");
        assertThat(JSON.readValue(record.value(), Document.class)).isEqualTo(document("Words."));
        assertThat(broker.history().get(1).topic()).isEqualTo("ww.counts");
        assertThat(broker.history().get(1).key()).isEqualTo("fetch/s");
    }

    @Test
    void aRecordTooLargeIsAReceiptAndADeadLetterLosesOnlyItsOriginal() {
        MockProducer<String, byte[]> broker = broker(2_000, true);
        try (KafkaDocumentPublisher publisher = new KafkaDocumentPublisher(broker, "")) {
            assertThat(publisher.publish(document("x".repeat(5_000)))).isEqualTo(DocumentPublisher.Receipt.TOO_LARGE);
            publisher.deadLetter(DeadLetter.of("fetch", "not-json", "bad", "f:1", NOON, new byte[5_000]));
        }
        DeadLetter cut = JSON.readValue(broker.history().get(2).value(), DeadLetter.class);
        assertThat(cut.original()).isEmpty();
        assertThat(cut.reason()).contains("5000 bytes");
        assertThat(cut.origin()).isEqualTo("f:1");
    }

    @Test
    void noBrokerIsAnException() {
        try (KafkaDocumentPublisher publisher = new KafkaDocumentPublisher(broker(10_000, false), "")) {
            assertThatThrownBy(() -> publisher.publish(document("x"))).isInstanceOf(PublishException.class);
        }
    }
}
