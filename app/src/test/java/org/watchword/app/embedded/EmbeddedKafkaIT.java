package org.watchword.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final TopicPartition SPEECHES = new TopicPartition("speeches", 0);

    private final Path folder;

    EmbeddedKafkaIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void messagesAreThereAfterARestart() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            assertThat(kafka.reused()).isFalse();
            createTopic(kafka.bootstrapServers());
            send(kafka.bootstrapServers(), "one");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            assertThat(kafka.reused()).isTrue();
            send(kafka.bootstrapServers(), "two");
            assertThat(read(kafka.bootstrapServers(), 2)).containsExactly("one", "two");
        }
    }

    @Test
    void messagesAreThereAfterAKill() throws Exception {
        try (ServerHarness harness = ServerHarness.start("kafka", folder.toString())) {
            createTopic(harness.address());
            send(harness.address(), "one");
            harness.kill();
        }
        long begin = System.nanoTime();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            send(kafka.bootstrapServers(), "two");
            assertThat(read(kafka.bootstrapServers(), 2)).containsExactly("one", "two");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void aCommitDecidedBeforeAKillIsCarriedOutAfterIt() throws Exception {
        try (ServerHarness harness = ServerHarness.start("kafka", folder.toString())) {
            // With many the broker takes a while over losing them, in which a commit carried out too early is lost.
            createTopic(harness.address(), 200);
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", harness.address(), "transactional.id", "line"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("speeches", 0, null, "in the transaction"))
                        .get(30, TimeUnit.SECONDS);
                harness.kill();
                producer.close(Duration.ZERO);
            }
        }
        DecidedCommit.write(folder);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            assertThat(read(kafka.bootstrapServers(), 1)).containsExactly("in the transaction");
        }
    }

    @Test
    void transactionsAreCommitted() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            createTopic(kafka.bootstrapServers());
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "line"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("speeches", "kept"));
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("speeches", "taken back"));
                producer.abortTransaction();
            }
            assertThat(read(kafka.bootstrapServers(), 1)).containsExactly("kept");
        }
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("kafka"), "");
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> EmbeddedKafka.start(file))
                .withMessageContaining(file.toString());
    }

    private static void createTopic(String servers) throws Exception {
        createTopic(servers, 1);
    }

    private static void createTopic(String servers, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic("speeches", partitions, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void send(String servers, String words) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("speeches", words)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String servers, int expected) {
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(SPEECHES));
            consumer.seekToBeginning(List.of(SPEECHES));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (read.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> read.add(message.value()));
            }
            consumer.poll(Duration.ofMillis(500)).forEach(message -> read.add(message.value()));
        }
        return read;
    }
}
