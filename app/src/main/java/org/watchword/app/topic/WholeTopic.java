package org.watchword.app.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** All that lies in a topic at one moment. */
public final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private WholeTopic() {}

    /**
     * Hands over every record there is at this moment, those of a partition in order; none when there is no such topic.
     *
     * @param consumer is assigned the topic
     * @throws org.apache.kafka.common.KafkaException when the server does not answer within 10 s
     */
    public static <K, V> void each(
            KafkaConsumer<K, V> consumer, String topic, Consumer<? super ConsumerRecord<K, V>> taker) {
        @Nullable List<PartitionInfo> found = consumer.listTopics(ANSWER).get(topic);
        if (found == null) {
            return;
        }
        List<TopicPartition> partitions = found.stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), ANSWER) < end.getValue())) {
            consumer.poll(POLL).forEach(taker);
        }
    }
}
