package org.watchword.bench.line;

import java.time.Duration;
import java.util.Locale;

/**
 * What some work took.
 *
 * @param documents of them
 * @param wall time on the clock
 * @param own processor time of this process
 * @param server processor time of Elasticsearch
 */
record Work(long documents, Duration wall, Duration own, Duration server) {

    /** A stop watch. */
    static final class Watch {

        private final long begin = System.nanoTime();
        private final Duration own = Servers.ownTime();
        private final Duration server = Servers.childrensTime();

        Work stop(long documents) {
            return new Work(
                    documents,
                    Duration.ofNanos(System.nanoTime() - begin),
                    Servers.ownTime().minus(own),
                    Servers.childrensTime().minus(server));
        }
    }

    double perSecond() {
        return documents / seconds(wall);
    }

    /** Documents a second of processor time, wherever it was spent. */
    double perProcessorSecond() {
        return documents / (seconds(own) + seconds(server));
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%,d documents in %.1f s: %.0f/s; processor %.2f ms a document here, %.2f ms in Elasticsearch; %.2f cores busy",
                documents,
                seconds(wall),
                perSecond(),
                1000 * seconds(own) / documents,
                1000 * seconds(server) / documents,
                (seconds(own) + seconds(server)) / seconds(wall));
    }

    private static double seconds(Duration duration) {
        return Math.max(1e-6, duration.toNanos() / 1e9);
    }
}
