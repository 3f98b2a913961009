package org.watchword.bench.crawl;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.watchword.ingest.FetchRole;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.Document;

/** One run of the whole fetch stage, from its start to the end of so many attempts. */
final class Crawl {

    private Crawl() {}

    /**
     * What came of it.
     *
     * @param seconds from the start to the last end
     * @param cpuSeconds of this process in that time
     */
    record Result(double seconds, double cpuSeconds, Map<String, Long> counts) {}

    /**
     * @param attempts that end before it is stopped
     * @throws IOException when they have not ended in the time given
     */
    static Result run(
            IngestSettings settings,
            List<Source> sources,
            PageExtractor extractor,
            DocumentPublisher publisher,
            int attempts,
            Duration most)
            throws IOException, InterruptedException {
        CountDownLatch left = new CountDownLatch(attempts);
        long[] last = new long[1];
        FetchListener listener = new FetchListener() {
            @Override
            public void emitted(Document document) {
                oneLess();
            }

            @Override
            public void ended(String source, String origin, String status, String reason) {
                oneLess();
            }

            private synchronized void oneLess() {
                last[0] = System.nanoTime();
                left.countDown();
            }
        };
        try (FetchRole role = new FetchRole(
                settings, SourceCatalog.of(sources), extractor, publisher, InstantSource.system(), listener)) {
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            role.start();
            boolean ended = left.await(most.toMillis(), TimeUnit.MILLISECONDS);
            double used = (cpuNanos() - cpu) / 1e9;
            Map<String, Long> counts = new TreeMap<>();
            role.counts().forEach(c -> c.out().forEach((status, n) -> counts.merge(status, n, Long::sum)));
            if (!ended) {
                throw new IOException(left.getCount() + " attempts have not ended after " + most + ": " + counts);
            }
            return new Result((last[0] - begin) / 1e9, used, counts);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
