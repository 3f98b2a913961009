package org.watchword.bench.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.watchword.bench.process.BrokerCommand;
import org.watchword.model.Document;
import org.watchword.model.Topics;
import tools.jackson.databind.json.JsonMapper;

/** What lies on the topic of documents. */
final class Published {

    private Published() {}

    /** All of them, in their order. */
    static List<Document> documents(String servers) {
        List<Document> documents = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(BrokerCommand.PREFIX + Topics.DOCUMENTS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    documents.add(JsonMapper.shared().readValue(record.value(), Document.class));
                }
            }
        }
        return documents;
    }
}
