package org.watchword.index;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.watchword.model.CountsListener;
import org.watchword.model.DelayLeg;

/** Told of progress as it happens, by the threads that make it: answer quickly and throw nothing. */
public interface IndexListener extends CountsListener {

    IndexListener NONE = new IndexListener() {};

    /** The Kafka client that reads, for its metrics. */
    default void reading(Consumer<?, ?> consumer) {}

    /** The Kafka client that writes from now on, instead of any before it. */
    default void writing(Producer<?, ?> producer) {}

    /**
     * The server has answered a bulk request.
     *
     * @param writes in it
     * @param bytes of their bodies
     */
    default void bulk(int writes, long bytes, long nanos) {}

    /** A request is made again, because the server is away or overloaded. */
    default void retried() {}

    /**
     * A record has ended, and that is committed.
     *
     * @param trace as {@link org.watchword.model.Trace#id}; empty when the record tells none
     * @param key the record's key: a document's id unless something is wrong
     * @param origin topic, partition and offset
     * @param status as counted
     */
    default void ended(String trace, String key, String origin, String status) {}

    /** Documents took so long on a leg of their way. */
    default void delayed(DelayLeg leg, Duration delay) {}
}
