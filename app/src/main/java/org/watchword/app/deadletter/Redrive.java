package org.watchword.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.watchword.app.status.CountsReader;
import org.watchword.model.DeadLetter;
import org.watchword.model.StageCounts;
import org.watchword.model.TopicLayout;
import org.watchword.model.Topics;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends dead letters back to the stage that refused them. In one transaction the input goes to that stage's topic, the letter is taken
 * away, and the input is counted as sent again: a crash does all of it or none, and the counters of the line go on adding up. One at a
 * time: a second one that is started puts the first out of work.
 */
public final class Redrive implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Map<String, String> client;
    private final String prefix;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.shared();
    private final KafkaProducer<String, byte[]> producer;
    private @Nullable Map<String, StageCounts> counts;

    /**
     * @param client properties of a Kafka client, {@code bootstrap.servers} among them
     * @param prefix put before every topic's name
     * @throws KafkaException when the server does not answer within 30 s
     */
    public Redrive(Map<String, String> client, String prefix, InstantSource clock) {
        this.client = client;
        this.prefix = prefix;
        this.clock = clock;
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("transactional.id", prefix + "watchword-retry");
        properties.put("max.request.size", TopicLayout.MAX_RECORD_BYTES);
        properties.put("max.block.ms", Long.toString(ANSWER.toMillis()));
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Why a letter cannot be sent back, in words for the reader; empty when it can. */
    public Optional<String> refusal(DeadLetter letter) {
        return switch (letter.stage()) {
            case "analyze", "index" ->
                key(letter) == null
                        ? Optional.of("its bytes name no document, so the " + letter.stage()
                                + " stage would refuse them as before")
                        : Optional.empty();
            case "fetch" ->
                Optional.of("it was refused before there was a document; its bytes are in the archive or in "
                        + letter.origin() + ", and are read again from there");
            default -> Optional.of("there is no stage '" + letter.stage() + "'");
        };
    }

    /** @throws IllegalArgumentException when there is a {@link #refusal} */
    public void send(DeadLetter letter) {
        String key = key(letter);
        if (key == null || refusal(letter).isPresent()) {
            throw new IllegalArgumentException(refusal(letter).orElse("no document"));
        }
        String topic = letter.stage().equals("analyze") ? Topics.DOCUMENTS : Topics.ANALYSES;
        StageCounts counted = counted(letter.stage());
        producer.beginTransaction();
        try {
            producer.send(new ProducerRecord<>(prefix + topic, key, letter.original()));
            producer.send(new ProducerRecord<>(prefix + Topics.DEAD_LETTERS, letter.id(), null));
            producer.send(new ProducerRecord<>(prefix + Topics.COUNTS, counted.key(), json.writeValueAsBytes(counted)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
        known().put(counted.key(), counted);
    }

    private StageCounts counted(String stage) {
        StageCounts before = known().get(StageCounts.RETRY + '/' + stage);
        long n = before == null ? 1 : before.in() + 1;
        return new StageCounts(
                StageCounts.RETRY, stage, n, new TreeMap<>(Map.of(StageCounts.EMITTED, n)), clock.instant());
    }

    /** Read only now: whoever retried before has been put out of work by then. */
    private Map<String, StageCounts> known() {
        Map<String, StageCounts> read = counts;
        if (read == null) {
            try (CountsReader reader = new CountsReader(client, prefix + Topics.COUNTS)) {
                read = reader.readWhole();
            }
            counts = read;
        }
        return read;
    }

    /** The document the input is about, by which its topic is partitioned. */
    private @Nullable String key(DeadLetter letter) {
        try {
            JsonNode record = json.readTree(new String(letter.original(), StandardCharsets.UTF_8));
            JsonNode document = letter.stage().equals("index") ? record.path("document") : record;
            String id = document.path("id").asString("");
            return id.isEmpty() ? null : id;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public void close() {
        producer.close(ANSWER);
    }
}
