package org.watchword.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.DeadLetter;
import org.watchword.model.SearchDelays;
import org.watchword.model.StageCounts;
import org.watchword.model.Topics;
import org.watchword.model.review.ReviewFold;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the {@code analyses}, {@code stories} and {@code reviews} topics into the index. Offsets, counts and dead letters are committed
 * in one transaction, and only after the server has answered for every write: a crash at any point repeats writes that give the same rows, and counts nothing twice.
 * While the server is away the batch is kept and sent again; nothing is skipped.
 */
public final class IndexRole implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRole.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long CLOSE_SECONDS = 8;
    private static final Duration CLIENT_CLOSE = Duration.ofSeconds(3);

    private final IndexSettings settings;
    private final Map<String, Object> kafka;
    private final ElasticsearchConnection connection;
    private final InstantSource clock;
    private final Consumer<String> onFailure;
    private final BulkSink sink;
    private final BatchWriter writer;
    private final KnownStories known;
    private final ReviewedPages reviewed;
    private final ReviewWriter reviews;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<TopicPartition, PartitionCounts> counts = new HashMap<>();
    private final JsonMapper json = JsonMapper.shared();
    private final Thread thread;
    private final Patience patience;
    private final IndexClients clients;
    private final Beginnings beginnings = new Beginnings();
    private final Portion portion;
    private final ReadAhead ahead = new ReadAhead(this::kind);
    private final IndexListener listener;
    private final DelayNews delays;
    private volatile boolean ended;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param kafka properties of every Kafka client, {@code bootstrap.servers} among them
     * @param connection the server; closed by whoever opened it
     * @param listener told of progress
     * @param onFailure told in one sentence when the work cannot go on
     */
    public IndexRole(
            IndexSettings settings,
            Map<String, String> kafka,
            ElasticsearchConnection connection,
            InstantSource clock,
            IndexListener listener,
            Consumer<String> onFailure) {
        this.listener = listener;
        this.settings = settings;
        this.kafka = new HashMap<>(kafka);
        this.connection = connection;
        this.clock = clock;
        this.onFailure = onFailure;
        this.portion = new Portion(settings.maxPoll());
        this.sink = new BulkSink(
                connection.client(), settings.bulkActions(), settings.bulkBytes(), connection.names(), listener);
        this.delays = new DelayNews(settings, connection, clock, listener);
        this.writer = new BatchWriter(connection.names());
        this.known = new KnownStories(connection.client(), connection.names().pages());
        this.reviewed =
                new ReviewedPages(connection.client(), connection.names().reviews());
        this.reviews = new ReviewWriter(connection.client(), connection.names(), sink);
        this.clients = new IndexClients(settings, kafka);
        this.consumer = clients.consumer();
        this.patience = new Patience(settings, connection.address(), consumer, stopping, listener);
        this.thread = new Thread(this::run, "watchword-index");
    }

    /** Starts reading; the indices are created first, as soon as the server answers. */
    public void start() {
        thread.start();
        delays.start();
    }

    /** Why it does not do its work now, in a sentence; empty when it does. */
    public Optional<String> problem() {
        if (ended) {
            return Optional.of("the index stage has stopped");
        }
        return Optional.of(patience.problem()).filter(words -> !words.isEmpty());
    }

    /** Finishes the batch in hand, if the server takes it, and stops within 8 s. */
    @Override
    public void close() {
        stopping.countDown();
        consumer.wakeup();
        try {
            if (thread.isAlive()) {
                thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delays.close();
    }

    private void run() {
        try {
            patience.retrying("prepare the indices", () -> {
                new IndexSetup(connection.client(), connection.names()).ensure();
                return List.of();
            });
            listener.reading(consumer);
            consumer.subscribe(
                    List.of(topic(Topics.ANALYSES), topic(Topics.STORIES), topic(Topics.REVIEWS)), new Assignment());
            while (stopping.getCount() > 0) {
                workUntilTrouble();
            }
        } catch (WakeupException | Patience.StoppedException e) {
            LOG.debug("index stops", e);
        } catch (RuntimeException e) {
            LOG.error("index cannot go on: {}", Failures.inWords(e));
            LOG.debug("because of", e);
            onFailure.accept("the index role cannot go on: " + Failures.inWords(e));
        } finally {
            ended = true;
            ahead.close();
            // Said aloud, since the group would wait for a member with a name to come back.
            consumer.close(CloseOptions.timeout(CLIENT_CLOSE)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    /** While nothing comes in, what was measured since still goes out. */
    private void tellDelays(KafkaProducer<String, byte[]> producer) {
        delays.due().ifPresent(measured -> {
            producer.beginTransaction();
            send(measured, producer);
            producer.commitTransaction();
        });
    }

    private void send(SearchDelays measured, KafkaProducer<String, byte[]> producer) {
        producer.send(
                new ProducerRecord<>(topic(Topics.DELAYS), measured.instance(), json.writeValueAsBytes(measured)));
    }

    /**
     * Works with one producer. Whether a commit that failed has come to be on the broker is not known here: a new producer puts the old one
     * out of work, which ends its transaction one way or the other, and what is committed then is what counts.
     */
    private void workUntilTrouble() {
        KafkaProducer<String, byte[]> producer = clients.producer();
        listener.writing(producer);
        try {
            producer.initTransactions();
            rewind();
            while (stopping.getCount() > 0) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    processOrRewind(records, producer);
                } else {
                    tellDelays(producer);
                }
            }
        } catch (KafkaException e) {
            beginnings.requireAnother(e);
            LOG.warn("index begins anew from what is committed, for Kafka says: {}", Failures.inWords(e));
            patience.rest(settings.backoffStart());
        } finally {
            // Waiting for a broker that is away would only delay its successor.
            producer.close(CLIENT_CLOSE);
        }
    }

    /**
     * In portions, each with a commit of its own, as large as the server takes in half a minute: between two the group hears of us, and
     * what is done is done, however slow the server is. While one is written the next is read.
     */
    private void processOrRewind(ConsumerRecords<byte[], byte[]> records, KafkaProducer<String, byte[]> producer) {
        List<ConsumerRecord<byte[], byte[]>> inputs = new ArrayList<>();
        records.forEach(inputs::add);
        try {
            ReadAhead.Portioned next = ahead.begin(portion.of(inputs, 0));
            for (int done = 0; done < inputs.size(); ) {
                if (done > 0) {
                    patience.keepPlace();
                }
                ReadAhead.Portioned now = next;
                Batch batch = now.read();
                done += now.inputs().size();
                next = ahead.begin(portion.of(inputs, done));
                long begin = System.nanoTime();
                process(now.inputs(), batch, producer);
                portion.took(Duration.ofNanos(System.nanoTime() - begin));
            }
        } catch (Patience.GivenUpException e) {
            LOG.info("going on from what is committed");
            rewind();
        }
    }

    /** Goes back to what is committed, in position and in counts. */
    private void rewind() {
        Set<TopicPartition> assigned = consumer.assignment();
        if (assigned.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
        for (TopicPartition partition : assigned) {
            OffsetAndMetadata offset = committed.get(partition);
            consumer.seek(partition, offset == null ? 0 : offset.offset());
        }
        readCounts(assigned);
    }

    private void readCounts(Collection<TopicPartition> partitions) {
        counts.putAll(new CommittedCounts(kafka, topic(Topics.COUNTS), this::stage).of(partitions));
        partitions.forEach(partition -> told(partition).ifPresent(listener::counted));
    }

    private Optional<StageCounts> told(TopicPartition partition) {
        return Optional.ofNullable(counts.get(partition)).map(tally -> tally.at(clock.instant()));
    }

    private String topic(String name) {
        return settings.topicPrefix() + name;
    }

    private Batch.Kind kind(String topic) {
        return topic.equals(topic(Topics.STORIES))
                ? Batch.Kind.MEMBER
                : topic.equals(topic(Topics.REVIEWS)) ? Batch.Kind.REVIEW : Batch.Kind.ANALYSIS;
    }

    private String stage(String topic) {
        return kind(topic).stage();
    }

    private void process(
            List<ConsumerRecord<byte[], byte[]>> inputs, Batch batch, KafkaProducer<String, byte[]> producer) {
        Map<String, String> stories = new HashMap<>();
        Map<String, ReviewFold> decided = new HashMap<>();
        patience.retrying("tell the stories and reviews of pages", () -> {
            stories.putAll(known.of(batch.pages()));
            decided.putAll(reviewed.of(batch.pages()));
            return List.of();
        });
        Map<Integer, String> refused = new HashMap<>(batch.unreadable());
        List<BulkWrite> writes = batch.writes(writer, stories, decided, refused);
        Set<Integer> unreadable = new HashSet<>(refused.keySet());
        for (ItemFailure failure : patience.retrying("write", () -> sink.write(writes))) {
            refused.putIfAbsent(failure.input(), failure.reason());
        }
        Optional<Landmark> landmark = sink.landmark();
        if (!batch.reviews().isEmpty()) {
            patience.retrying("write reviews", () -> reviews.write(batch.reviews()))
                    .forEach(failure -> refused.putIfAbsent(failure.input(), failure.reason()));
        }
        Instant indexed = clock.instant();
        commit(inputs, refused, unreadable, producer);
        tell(inputs, refused, unreadable);
        delays.written(landmark, batch.written(inputs, refused.keySet(), indexed));
    }

    /** What is committed. */
    private void tell(
            List<ConsumerRecord<byte[], byte[]>> inputs, Map<Integer, String> refused, Set<Integer> unreadable) {
        for (int i = 0; i < inputs.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = inputs.get(i);
            String status = refused.containsKey(i)
                    ? StageCounts.DEAD_LETTERED + ':' + code(record, unreadable.contains(i))
                    : StageCounts.EMITTED;
            listener.ended(RecordHeaders.trace(record), RecordHeaders.key(record), origin(record), status);
        }
        inputs.stream()
                .map(record -> new TopicPartition(record.topic(), record.partition()))
                .distinct()
                .forEach(partition -> told(partition).ifPresent(listener::counted));
    }

    private String code(ConsumerRecord<byte[], byte[]> record, boolean unreadable) {
        return unreadable ? kind(record.topic()).refusal() : "refused-by-index";
    }

    private static String origin(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + '-' + record.partition() + '-' + record.offset();
    }

    private void commit(
            List<ConsumerRecord<byte[], byte[]>> inputs,
            Map<Integer, String> refused,
            Set<Integer> unreadable,
            KafkaProducer<String, byte[]> producer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        producer.beginTransaction();
        for (int i = 0; i < inputs.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = inputs.get(i);
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            PartitionCounts tally =
                    counts.computeIfAbsent(partition, p -> new PartitionCounts(stage(p.topic()), p.partition()));
            String reason = refused.get(i);
            if (reason == null) {
                tally.add(StageCounts.EMITTED);
            } else {
                String code = code(record, unreadable.contains(i));
                tally.add(StageCounts.DEAD_LETTERED + ':' + code);
                deadLetter(record, code, reason, producer);
            }
            offsets.put(partition, new OffsetAndMetadata(record.offset() + 1));
        }
        for (TopicPartition partition : offsets.keySet()) {
            StageCounts now = Objects.requireNonNull(counts.get(partition)).at(clock.instant());
            producer.send(new ProducerRecord<>(
                    settings.topicPrefix() + Topics.COUNTS, now.key(), json.writeValueAsBytes(now)));
        }
        delays.due().ifPresent(delay -> send(delay, producer));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private void deadLetter(
            ConsumerRecord<byte[], byte[]> record, String code, String reason, KafkaProducer<String, byte[]> producer) {
        LOG.warn("{} went to the dead letters ({}): {}", origin(record), code, reason);
        DeadLetter letter = DeadLetter.of(
                PartitionCounts.STAGE, code, reason, origin(record), clock.instant(), orEmpty(record.value()));
        producer.send(new ProducerRecord<>(
                settings.topicPrefix() + Topics.DEAD_LETTERS, letter.id(), json.writeValueAsBytes(letter)));
    }

    private static byte[] orEmpty(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }

    private final class Assignment implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> {
                told(partition).ifPresent(now -> listener.released(now.key()));
                counts.remove(partition);
            });
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                readCounts(partitions);
            }
        }
    }
}
