package org.watchword.ingest.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.watchword.ingest.frontier.Journal.Row;
import org.watchword.model.Topics;

/** Reads the journal of a part from its beginning to its end. */
final class PartLog {

    private static final Duration POLL = Duration.ofMillis(200);

    private PartLog() {}

    /**
     * Hands the rows over in portions, in order. To be called when nobody else can write.
     *
     * @param stopping asked between portions; true ends the reading early
     * @return how many there were
     */
    static long read(FleetSettings settings, int part, Consumer<List<Row>> rows, BooleanSupplier stopping) {
        Properties properties = settings.properties();
        properties.setProperty("client.id", settings.instance() + "-log-" + part);
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("auto.offset.reset", "earliest");
        properties.setProperty("max.poll.records", "5000");
        TopicPartition partition = new TopicPartition(settings.prefix() + Topics.FRONTIER, part);
        long read = 0;
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (!stopping.getAsBoolean() && consumer.position(partition) < end) {
                List<Row> portion = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    portion.add(Records.row(record.key(), record.value()));
                }
                rows.accept(portion);
                read += portion.size();
            }
        }
        return read;
    }
}
