package org.watchword.index;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.DeadLetter;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commits what became of records: offsets, counts and dead letters in one transaction. Knows the counts of the partitions that are ours.
 * Not thread-safe.
 */
final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final String prefix;
    private final Map<String, Object> kafka;
    private final Function<String, Batch.Kind> kinds;
    private final InstantSource clock;
    private final IndexListener listener;
    private final Map<TopicPartition, PartitionCounts> counts = new HashMap<>();
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param prefix put before every topic name
     * @param kafka properties of every Kafka client
     * @param kinds what each topic carries
     * @param listener told of what is committed
     */
    Commits(
            String prefix,
            Map<String, ?> kafka,
            Function<String, Batch.Kind> kinds,
            InstantSource clock,
            IndexListener listener) {
        this.prefix = prefix;
        this.kafka = new HashMap<>(kafka);
        this.kinds = kinds;
        this.clock = clock;
        this.listener = listener;
    }

    /** Reads what was counted of these partitions when last committed, and goes on from that. */
    void goOnWith(Collection<TopicPartition> partitions) {
        counts.putAll(new CommittedCounts(kafka, prefix + Topics.COUNTS, this::stage).of(partitions));
        partitions.forEach(partition -> told(partition).ifPresent(listener::counted));
    }

    /** These partitions are another's now. */
    void release(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            told(partition).ifPresent(now -> listener.released(now.key()));
            counts.remove(partition);
        });
    }

    /**
     * Commits.
     *
     * @param more goes into the same transaction
     * @param group of the consumer that read the records
     */
    void commit(
            Outcome outcome,
            Optional<ProducerRecord<String, byte[]>> more,
            KafkaProducer<String, byte[]> producer,
            ConsumerGroupMetadata group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        producer.beginTransaction();
        for (int i = 0; i < outcome.inputs().size(); i++) {
            ConsumerRecord<byte[], byte[]> record = outcome.inputs().get(i);
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Batch.Kind kind = kinds.apply(record.topic());
            counts.computeIfAbsent(partition, p -> new PartitionCounts(stage(p.topic()), p.partition()))
                    .add(outcome.status(i, kind));
            String reason = outcome.refused().get(i);
            if (reason != null) {
                deadLetter(record, outcome.code(i, kind), reason, producer);
            }
            offsets.put(partition, new OffsetAndMetadata(record.offset() + 1));
        }
        for (TopicPartition partition : offsets.keySet()) {
            StageCounts now = Objects.requireNonNull(counts.get(partition)).at(clock.instant());
            producer.send(new ProducerRecord<>(prefix + Topics.COUNTS, now.key(), json.writeValueAsBytes(now)));
        }
        more.ifPresent(producer::send);
        producer.sendOffsetsToTransaction(offsets, group);
        producer.commitTransaction();
        tell(outcome, offsets.keySet());
    }

    private void tell(Outcome outcome, Collection<TopicPartition> partitions) {
        for (int i = 0; i < outcome.inputs().size(); i++) {
            ConsumerRecord<byte[], byte[]> record = outcome.inputs().get(i);
            listener.ended(
                    RecordHeaders.trace(record),
                    RecordHeaders.key(record),
                    Outcome.origin(record),
                    outcome.status(i, kinds.apply(record.topic())));
        }
        partitions.forEach(partition -> told(partition).ifPresent(listener::counted));
    }

    private Optional<StageCounts> told(TopicPartition partition) {
        return Optional.ofNullable(counts.get(partition)).map(tally -> tally.at(clock.instant()));
    }

    private String stage(String topic) {
        return kinds.apply(topic).stage();
    }

    private void deadLetter(
            ConsumerRecord<byte[], byte[]> record, String code, String reason, KafkaProducer<String, byte[]> producer) {
        String origin = Outcome.origin(record);
        LOG.warn("{} went to the dead letters ({}): {}", origin, code, reason);
        DeadLetter letter =
                DeadLetter.of(PartitionCounts.STAGE, code, reason, origin, clock.instant(), orEmpty(record.value()));
        producer.send(new ProducerRecord<>(prefix + Topics.DEAD_LETTERS, letter.id(), json.writeValueAsBytes(letter)));
    }

    private static byte[] orEmpty(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }
}
