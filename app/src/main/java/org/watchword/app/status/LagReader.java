package org.watchword.app.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.watchword.model.Topics;

/**
 * How far the stages are behind their topics, in offsets: from what a stage has committed to what its consumers may read. Kafka's own marks
 * of transactions count among them, so that at rest up to one a partition may be left.
 */
public final class LagReader implements AutoCloseable {

    private static final long SECONDS = 10;

    private final Admin admin;
    private final String prefix;

    /** The stages that read a topic, with the topic, in the order of the line. */
    private static final List<Map.Entry<String, String>> STAGES = List.of(
            Map.entry("analyze", Topics.DOCUMENTS),
            Map.entry("stories", Topics.SKETCHES),
            Map.entry("index", Topics.ANALYSES),
            Map.entry("index-stories", Topics.STORIES));

    /**
     * A reader; nothing is asked of the server yet.
     *
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param prefix before the names of topics and groups
     */
    public LagReader(Map<String, String> client, String prefix) {
        this.admin = Admin.create(new HashMap<String, Object>(client));
        this.prefix = prefix;
    }

    /**
     * The lag of each stage; a stage that has never committed anything is left out.
     *
     * @throws KafkaException when the server does not answer within 10 s
     */
    public Map<String, Long> read() {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        committed.putAll(committed(prefix + "analyze"));
        committed.putAll(committed(prefix + "index"));
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        committed.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<String, Long> behind = new HashMap<>();
        if (!asked.isEmpty()) {
            await(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                            .all())
                    .forEach((partition, end) -> {
                        OffsetAndMetadata at = committed.get(partition);
                        behind.merge(
                                partition.topic(), at == null ? 0 : Math.max(0, end.offset() - at.offset()), Long::sum);
                    });
        }
        Map<String, Long> stages = new LinkedHashMap<>();
        for (Map.Entry<String, String> stage : STAGES) {
            Long lag = behind.get(prefix + stage.getValue());
            if (lag != null) {
                stages.put(stage.getKey(), lag);
            }
        }
        return stages;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
        await(admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group))
                .forEach((partition, offset) -> {
                    // A partition that nothing was read of yet has none.
                    if (offset != null) {
                        all.put(partition, offset);
                    }
                });
        return all;
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("no answer within " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
