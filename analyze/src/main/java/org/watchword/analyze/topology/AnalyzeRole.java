package org.watchword.analyze.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.DocumentAnalyzerFactory;
import org.watchword.analyze.revision.CorrectionNotes;
import org.watchword.model.TopicLayout;

/**
 * Runs the topology against a broker until it is closed.
 *
 * <p>A thread that fails is replaced, at most so many times in ten minutes and after waits that grow; what it had under way is rolled back
 * and done again. A record the broker refuses stops the thread rather than being skipped: nothing is lost silently.
 */
public final class AnalyzeRole implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyzeRole.class);
    private static final Set<String> STOPPED = Set.of("DEAD", "PENDING_SHUTDOWN");
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

    private final AnalyzeSettings settings;
    private final Path stateDir;
    private final LocalState state;
    private final KafkaStreams streams;
    private final Consumer<String> onGivingUp;
    private final Failures failures;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean opened;

    /**
     * @param client Kafka client properties, {@code bootstrap.servers} at least; TLS and SASL as in any client. They override
     *     what this role sets, except for exactly-once
     * @param stateDir where the state stores lie; rebuilt from the broker when lost
     * @param notes tell a correction that the page owns up to from a silent one
     * @param listener told of progress
     * @param onGivingUp told in one sentence when the role cannot go on
     * @throws LocalStateException when what a crash left there cannot be removed
     */
    public AnalyzeRole(
            AnalyzeSettings settings,
            Map<String, Object> client,
            Path stateDir,
            DocumentAnalyzerFactory factory,
            CorrectionNotes notes,
            AnalyzeListener listener,
            Consumer<String> onGivingUp) {
        this.onGivingUp = onGivingUp;
        this.settings = settings;
        this.failures = new Failures(settings.threadReplacements());
        Properties properties = properties(settings, client, stateDir);
        this.stateDir = stateDir;
        this.state = new LocalState(stateDir, properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
        state.recover();
        this.streams = new KafkaStreams(AnalyzeTopology.build(settings, factory, notes, listener), properties);
        streams.setUncaughtExceptionHandler(this::onFailure);
        listener.engine(streams);
        streams.setStateListener((now, before) -> LOG.debug("analyze: {} after {}", now, before));
    }

    /**
     * Starts; returns before the first record is read. The topics must be there.
     *
     * @throws LocalStateException when the stores cannot be opened; the next start discards them and reads them anew from the broker
     */
    public void start() {
        state.opening();
        try {
            streams.start();
        } catch (ProcessorStateException e) {
            throw new LocalStateException(
                    "The analysis cannot open its working state in " + stateDir
                            + ". Start again, and it is read anew from the broker. " + root(e).getMessage(),
                    e);
        }
        opened = true;
        LOG.info("analyze: started with {} threads as {}", settings.threads(), settings.applicationId());
    }

    /** The state of the engine. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Whether it works or is about to; false once it has given up or was closed. */
    public boolean isAlive() {
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing();
    }

    /** Why it does not do its work now, in a sentence; empty when it does. */
    public Optional<String> problem() {
        KafkaStreams.State state = streams.state();
        if (!state.isRunningOrRebalancing()) {
            return Optional.of(
                    state == KafkaStreams.State.CREATED
                            ? "the stream engine has not been started"
                            : "the stream engine has stopped (" + state + ")");
        }
        long alive = threads();
        return alive < settings.threads()
                ? Optional.of(alive + " of " + settings.threads() + " stream threads are alive")
                : Optional.empty();
    }

    /** Stream threads that are alive. */
    public long threads() {
        return streams.metadataForLocalThreads().stream()
                .filter(thread -> !STOPPED.contains(thread.threadState()))
                .count();
    }

    /** Finishes the open transaction and stops, within 8 s. */
    @Override
    public void close() {
        closing.countDown();
        // Left aloud, its partitions go to the others at once, not when the group has missed it.
        if (streams.close(CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP))) {
            if (opened && streams.state() == KafkaStreams.State.NOT_RUNNING) {
                state.closed();
            }
        } else {
            LOG.warn(
                    "analyze: not stopped within {} s; the open transaction will be rolled back",
                    CLOSE_WITHIN.toSeconds());
        }
    }

    private StreamThreadExceptionResponse onFailure(Throwable failure) {
        Throwable root = root(failure);
        Optional<Duration> wait = failures.next(System.nanoTime());
        if (wait.isEmpty()) {
            LOG.error("analyze: gives up after {} failures: {}", failures.count(), root.toString());
            onGivingUp.accept("the analyze role cannot go on: " + root.getMessage());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error(
                "analyze: thread failed ({} of {} times allowed), begins anew in {} ms: {}",
                failures.count(),
                settings.threadReplacements(),
                wait.get().toMillis(),
                root.toString());
        rest(wait.get());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private void rest(Duration time) {
        try {
            var unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Properties properties(AnalyzeSettings settings, Map<String, Object> client, Path stateDir) {
        Map<String, Object> all = new HashMap<>();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.topics().prefix() + settings.applicationId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.topics().replication());
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A long speech takes seconds, a thousand of them must not look like a dead consumer.
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        // The longest text a record holds takes a busy machine minutes. Taken for dead meanwhile it would be begun
        // again
        // and again.
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 15 * 60_000);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 60_000);
        all.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                TopicLayout.MAX_RECORD_BYTES);
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                TopicLayout.MAX_DEAD_LETTER_BYTES);
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
                2L * TopicLayout.MAX_DEAD_LETTER_BYTES);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), TopicLayout.MAX_RECORD_BYTES);
        all.putAll(client);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
