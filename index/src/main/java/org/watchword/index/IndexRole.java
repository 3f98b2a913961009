package org.watchword.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.model.SearchDelays;
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
    private final ElasticsearchConnection connection;
    private final InstantSource clock;
    private final Consumer<String> onFailure;
    private final BulkSink sink;
    private final BatchWriter writer;
    private final KnownStories known;
    private final ReviewedPages reviewed;
    private final ReviewWriter reviews;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Commits commits;
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
        this.connection = connection;
        this.clock = clock;
        this.onFailure = onFailure;
        this.commits = new Commits(settings.topicPrefix(), kafka, this::kind, clock, listener);
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
            sink.close();
            // Said aloud, since the group would wait for a member with a name to come back.
            consumer.close(CloseOptions.timeout(CLIENT_CLOSE)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    /** While nothing comes in, what was measured since still goes out. */
    private void tellDelays(KafkaProducer<String, byte[]> producer) {
        delays.due().ifPresent(measured -> {
            producer.beginTransaction();
            producer.send(record(measured));
            producer.commitTransaction();
        });
    }

    private ProducerRecord<String, byte[]> record(SearchDelays measured) {
        return new ProducerRecord<>(topic(Topics.DELAYS), measured.instance(), json.writeValueAsBytes(measured));
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
            ReadAhead.Reading next = ahead.begin(portion.of(inputs, 0));
            for (int done = 0; done < inputs.size(); ) {
                if (done > 0) {
                    patience.keepPlace();
                }
                ReadAhead.Reading now = next;
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
        commits.goOnWith(assigned);
    }

    private String topic(String name) {
        return settings.topicPrefix() + name;
    }

    private Batch.Kind kind(String topic) {
        return topic.equals(topic(Topics.STORIES))
                ? Batch.Kind.MEMBER
                : topic.equals(topic(Topics.REVIEWS)) ? Batch.Kind.REVIEW : Batch.Kind.ANALYSIS;
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
        List<BulkWrite> writes = new ArrayList<>();
        Deque<BulkSink.Sending> first = new ArrayDeque<>(List.of(sink.begin()));
        batch.writes(writer, stories, decided, refused, write -> {
            writes.add(write);
            first.getFirst().add(write);
        });
        Set<Integer> unreadable = new HashSet<>(refused.keySet());
        for (ItemFailure failure : patience.retrying(
                "write",
                () -> first.isEmpty() ? sink.write(writes) : first.pop().finish(writes))) {
            refused.putIfAbsent(failure.input(), failure.reason());
        }
        Optional<Landmark> landmark = sink.landmark();
        if (!batch.reviews().isEmpty()) {
            patience.retrying("write reviews", () -> reviews.write(batch.reviews()))
                    .forEach(failure -> refused.putIfAbsent(failure.input(), failure.reason()));
        }
        Instant indexed = clock.instant();
        Optional<ProducerRecord<String, byte[]>> delay = delays.due().map(this::record);
        commits.commit(new Outcome(inputs, refused, unreadable), delay, producer, consumer.groupMetadata());
        delays.written(landmark, batch.written(inputs, refused.keySet(), indexed));
    }

    private final class Assignment implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commits.release(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                commits.goOnWith(partitions);
            }
        }
    }
}
