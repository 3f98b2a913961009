package org.watchword.ingest.fleet;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.watchword.ingest.frontier.Journal;
import org.watchword.ingest.frontier.Outgoing;
import org.watchword.ingest.frontier.StateException;

/**
 * The journal of one part, in the partition of its number. Each commit is a Kafka transaction, under an id that belongs to the part: who
 * opens the journal fences off whoever had it before, so that a fetcher which does not know yet that it has lost the part can write
 * nothing more.
 */
final class PartJournal implements Journal, AutoCloseable {

    private static final java.time.Duration CLOSE_LIMIT = java.time.Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Records records;
    private final int part;
    private volatile boolean broken;

    /**
     * Fences off whoever had the part, and ends what it has left unfinished.
     *
     * @throws KafkaException when Kafka does not answer in time
     */
    PartJournal(FleetSettings settings, Records records, int part) {
        Properties properties = settings.producer();
        properties.setProperty("client.id", settings.instance() + "-part-" + part);
        properties.setProperty("transactional.id", settings.group() + "-part-" + part);
        properties.setProperty("transaction.timeout.ms", FleetSettings.millis(settings.session()));
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        this.records = records;
        this.part = part;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(CLOSE_LIMIT);
            throw e;
        }
    }

    @Override
    public boolean keepsRows() {
        return true;
    }

    @Override
    public void commit(List<Row> rows, List<Outgoing> outgoing) {
        if (broken) {
            throw new StateException(
                    "part " + part + " is no longer this fetcher's", new IllegalStateException("broken"));
        }
        try {
            producer.beginTransaction();
            rows.forEach(row -> producer.send(records.of(part, row)));
            outgoing.forEach(what -> records.of(what).forEach(producer::send));
            producer.commitTransaction();
        } catch (KafkaException e) {
            failed(e);
        }
    }

    private void failed(KafkaException e) {
        if (isTooLarge(e)) {
            try {
                producer.abortTransaction();
            } catch (KafkaException again) {
                broken = true;
                throw new StateException("part " + part + ": " + again.getMessage(), again);
            }
            throw new TooLargeException(String.valueOf(e.getMessage()), e);
        }
        // Whether it was committed is not known here; whoever opens the journal next sees it.
        broken = true;
        throw new StateException("part " + part + " cannot be kept: " + e.getMessage(), e);
    }

    private static boolean isTooLarge(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing can be written any more. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        broken = true;
        producer.close(CLOSE_LIMIT);
    }
}
