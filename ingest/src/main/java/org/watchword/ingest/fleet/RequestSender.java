package org.watchword.ingest.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.watchword.ingest.frontier.Journal;
import org.watchword.ingest.frontier.Outgoing;
import org.watchword.ingest.frontier.StateException;

/**
 * Takes what goes out of the state of a machine that stays there: the rows are kept by its own file alone. What was sent when the change
 * fails is sent again, which is harmless: asking twice is asking once.
 */
final class RequestSender implements Journal, AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Records records;

    RequestSender(FleetSettings settings, Records records) {
        this.producer = new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
        this.records = records;
    }

    @Override
    public boolean keepsRows() {
        return false;
    }

    @Override
    public void commit(List<Row> rows, List<Outgoing> outgoing) {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            outgoing.forEach(what -> records.of(what).forEach(record -> sent.add(producer.send(record))));
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw new StateException("requests could not be sent: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StateException("interrupted while requests were sent", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
