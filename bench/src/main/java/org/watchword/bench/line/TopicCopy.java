package org.watchword.bench.line;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.watchword.app.topic.WholeTopic;
import org.watchword.model.TopicLayout;

/** Copies what stands in a topic, partition by partition. */
final class TopicCopy {

    private TopicCopy() {}

    /** @param times how often each record is copied: first as it is, then each time as if of other pages */
    static void copy(Map<String, String> client, String from, String to, int times) {
        Map<String, Object> reading = new HashMap<>(client);
        reading.put("isolation.level", "read_committed");
        Map<String, Object> writing = new HashMap<>(client);
        writing.put("max.request.size", TopicLayout.MAX_RECORD_BYTES);
        writing.put("linger.ms", 20);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            WholeTopic.each(consumer, from, record -> {
                for (int time = 0; time < times; time++) {
                    producer.send(new ProducerRecord<>(
                            to,
                            record.partition(),
                            record.timestamp(),
                            OtherIds.in(record.key(), time),
                            OtherIds.in(record.value(), time),
                            record.headers()));
                }
            });
            producer.flush();
        }
    }
}
