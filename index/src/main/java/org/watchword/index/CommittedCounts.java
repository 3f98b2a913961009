package org.watchword.index;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.watchword.model.StageCounts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the compacted topic what the sink had counted when it last committed. */
final class CommittedCounts {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final String topic;
    private final UnaryOperator<String> stages;

    /**
     * @param kafka client properties, {@code bootstrap.servers} among them
     * @param stages the stage that a topic's records are counted in
     */
    CommittedCounts(Map<String, Object> kafka, String topic, UnaryOperator<String> stages) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.topic = topic;
        this.stages = stages;
    }

    /** The last counts of each of these partitions; from nothing where none were committed. */
    Map<TopicPartition, PartitionCounts> of(Collection<TopicPartition> partitions) {
        Map<TopicPartition, PartitionCounts> counts = new HashMap<>();
        Map<String, TopicPartition> wanted = new HashMap<>();
        for (TopicPartition partition : partitions) {
            String stage = stages.apply(partition.topic());
            counts.put(partition, new PartitionCounts(stage, partition.partition()));
            wanted.put(stage + '/' + PartitionCounts.scope(partition.partition()), partition);
        }
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            List<TopicPartition> all = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = ends(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = record.key() == null ? null : wanted.get(record.key());
                    if (partition != null && record.value() != null) {
                        read(record.value(), counts, partition);
                    }
                }
            }
        }
        return counts;
    }

    /**
     * The ends with what others have not committed yet. Behind the first open transaction of anybody nothing is given to a reader, also not
     * what we have committed after it: so the reading goes on until those that are open now have ended.
     */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    private static void read(byte[] value, Map<TopicPartition, PartitionCounts> counts, TopicPartition partition) {
        try {
            counts.put(partition, new PartitionCounts(JsonMapper.shared().readValue(value, StageCounts.class)));
        } catch (JacksonException e) {
            throw new IllegalStateException("the counts of partition " + partition + " cannot be read", e);
        }
    }
}
