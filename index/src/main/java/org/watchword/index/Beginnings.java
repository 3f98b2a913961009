package org.watchword.index;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Whether the work is begun anew after the broker refused to go on with it. A broker that was away, and one that has rolled back a
 * transaction it took for dead, are no reason to end; a second process of the same name is, for the two would put each other out of work
 * for ever.
 */
final class Beginnings {

    private static final int FENCED_AT_MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Deque<Long> fenced = new ArrayDeque<>();

    /** @throws KafkaException the failure, when beginning anew will not help */
    void requireAnother(KafkaException failure) {
        if (failure instanceof WakeupException
                || failure instanceof InterruptException
                || failure instanceof AuthorizationException
                || failure instanceof AuthenticationException
                || failure instanceof InvalidConfigurationException
                || failure instanceof UnsupportedVersionException) {
            throw failure;
        }
        if (failure instanceof ProducerFencedException && isTooOften()) {
            throw new KafkaException(
                    "another process of the same index.instance writes into the same index: give each its own",
                    failure);
        }
    }

    private boolean isTooOften() {
        long now = System.nanoTime();
        fenced.add(now);
        while (now - fenced.element() > WITHIN.toNanos()) {
            fenced.remove();
        }
        return fenced.size() > FENCED_AT_MOST;
    }
}
