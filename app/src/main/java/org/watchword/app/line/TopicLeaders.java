package org.watchword.app.line;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits until new topics can be written to. A topic is created before a broker knows that it leads its partitions; a producer that writes in
 * between can have its first batch refused and its second taken, and then waits two minutes for the first, which the broker takes for a
 * late one.
 */
public final class TopicLeaders {

    private static final long PAUSE_MILLIS = 100;

    private TopicLeaders() {}

    /**
     * Waits.
     *
     * @param servers the cluster's address, for whoever has to look after it
     * @throws LineException when some partition has no leader for so long
     */
    public static void await(Admin admin, Collection<NewTopic> topics, String servers, Duration patience) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!answered(admin, ends, servers, deadline)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineException("The start was interrupted.", e);
        }
    }

    /** Only a partition's leader tells its end. That nobody has heard of the topic yet is an answer, too, and not the last. */
    private static boolean answered(Admin admin, Map<TopicPartition, OffsetSpec> ends, String servers, long deadline)
            throws InterruptedException {
        long left = deadline - System.nanoTime();
        try {
            var unused = admin.listOffsets(ends).all().get(left, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && left > 0) {
                return false;
            }
            throw failed(servers, KafkaFailure.inWords(e), e);
        } catch (TimeoutException e) {
            throw failed(servers, "some have no leader yet", e);
        }
    }

    private static LineException failed(String servers, String why, Exception cause) {
        return new LineException(
                "Kafka at " + servers + " created topics, but not all of their partitions can be written to: " + why,
                cause);
    }
}
