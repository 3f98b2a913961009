package org.watchword.index;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a server that is away without losing the place in the group. Used by the consumer's thread. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRole.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final IndexSettings settings;
    private final String address;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch stopping;
    private final IndexListener listener;
    private volatile String problem = "";

    /**
     * @param address of the server, for messages
     * @param stopping ends every wait when it is counted down
     */
    Patience(
            IndexSettings settings,
            String address,
            KafkaConsumer<byte[], byte[]> consumer,
            CountDownLatch stopping,
            IndexListener listener) {
        this.listener = listener;
        this.settings = settings;
        this.address = address;
        this.consumer = consumer;
        this.stopping = stopping;
    }

    /** A request to the server that may have to be repeated. */
    interface Request {
        List<ItemFailure> send() throws IOException;
    }

    /** Repeats a request until the server takes it, with doubling waits; says once that it is away, and once that it is back. */
    List<ItemFailure> retrying(String what, Request request) {
        long wait = settings.backoffStart().toMillis();
        boolean away = false;
        while (true) {
            try {
                List<ItemFailure> failures = request.send();
                problem = "";
                if (away) {
                    LOG.info("Elasticsearch at {} answers again", address);
                }
                return failures;
            } catch (IOException | SinkUnavailableException e) {
                away = sayAway(away, what, e);
            } catch (RuntimeException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                away = sayAway(away, what, e);
            }
            pause(wait + ThreadLocalRandom.current().nextLong(wait / 4 + 1));
            wait = Math.min(wait * 2, settings.backoffMax().toMillis());
        }
    }

    /** Waits, or ends because it is to stop. */
    void rest(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private boolean sayAway(boolean away, String what, Exception failure) {
        problem = "Elasticsearch at " + address + " does not " + what + ": " + Failures.inWords(failure);
        listener.retried();
        if (!away) {
            LOG.warn(
                    "Elasticsearch at {} does not {}: {}; trying again until it does",
                    address,
                    what,
                    Failures.inWords(failure));
        }
        return true;
    }

    /** Why it waits, in words; empty when it does not. For any thread. */
    String problem() {
        return problem;
    }

    /** Waits, keeping our place in the group by polling paused partitions. */
    private void pause(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Set<TopicPartition> assigned = consumer.assignment();
        consumer.pause(assigned);
        try {
            while (System.nanoTime() < until) {
                if (stopping.await(Math.min(millis, POLL.toMillis()), TimeUnit.MILLISECONDS)) {
                    throw new StoppedException();
                }
                if (!assigned.isEmpty()) {
                    keepPlace(assigned);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } finally {
            consumer.resume(consumer.assignment());
        }
    }

    /**
     * Lets the group know that we are there, in the middle of what was polled.
     *
     * @throws GivenUpException when the partitions are no longer all ours
     */
    void keepPlace() {
        Set<TopicPartition> assigned = consumer.assignment();
        consumer.pause(assigned);
        try {
            keepPlace(assigned);
        } finally {
            consumer.resume(consumer.assignment());
        }
    }

    private void keepPlace(Set<TopicPartition> assigned) {
        ConsumerRecords<byte[], byte[]> surprise = consumer.poll(Duration.ZERO);
        if (!surprise.isEmpty() || !consumer.assignment().equals(assigned)) {
            throw new GivenUpException();
        }
    }

    /** The role was asked to stop while it waited. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The batch in hand is given up: its partitions are no longer all ours, or were not committed. */
    static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
