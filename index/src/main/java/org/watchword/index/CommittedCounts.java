package org.watchword.index;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** @param kafka client properties, {@code bootstrap.servers} among them */
    CommittedCounts(Map<String, Object> kafka, String topic) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.topic = topic;
    }

    /** The last counts of each of these partitions; from nothing where none were committed. */
    Map<Integer, PartitionCounts> of(Collection<Integer> partitions) {
        Map<Integer, PartitionCounts> counts = new HashMap<>();
        Map<String, Integer> wanted = new HashMap<>();
        for (int partition : partitions) {
            counts.put(partition, new PartitionCounts(partition));
            wanted.put(PartitionCounts.STAGE + '/' + PartitionCounts.scope(partition), partition);
        }
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            List<TopicPartition> all = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    Integer partition = record.key() == null ? null : wanted.get(record.key());
                    if (partition != null && record.value() != null) {
                        read(record.value(), counts, partition);
                    }
                }
            }
        }
        return counts;
    }

    private static void read(byte[] value, Map<Integer, PartitionCounts> counts, int partition) {
        try {
            counts.put(partition, new PartitionCounts(JsonMapper.shared().readValue(value, StageCounts.class)));
        } catch (JacksonException e) {
            throw new IllegalStateException("the counts of partition " + partition + " cannot be read", e);
        }
    }
}
