package org.watchword.ingest.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.watchword.ingest.FetchRole;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;

/** Runs the fetch stage over a data folder until it has nothing more to do. */
public final class TestingRun {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Path data;
    private final PageExtractor extractor;
    private final InMemoryPublisher publisher;

    public TestingRun(Path data, PageExtractor extractor, InMemoryPublisher publisher) {
        this.data = data;
        this.extractor = extractor;
        this.publisher = publisher;
    }

    /** As {@link #run(IngestSettings.Builder, Source...)} with a pace for tests, and everything looked at again. */
    public Map<String, Long> run(Source... sources) throws IOException {
        return run(
                IngestSettings.defaults(data)
                        .with()
                        .threads(2)
                        .delay(Duration.ZERO)
                        .retryDelay(Duration.ofMillis(20))
                        .recheckOnStart(true),
                sources);
    }

    /** @return how often which status, over all sources and since the data folder was first used */
    public Map<String, Long> run(IngestSettings.Builder settings, Source... sources) throws IOException {
        try (FetchRole role = new FetchRole(
                settings.build(), SourceCatalog.of(List.of(sources)), extractor, publisher, InstantSource.system())) {
            role.start();
            long end = System.nanoTime() + LONGEST.toNanos();
            int quiet = 0;
            while (quiet < 4) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("not idle after " + LONGEST);
                }
                quiet = role.idle() ? quiet + 1 : 0;
                LockSupport.parkNanos(20_000_000);
            }
            Map<String, Long> out = new TreeMap<>();
            role.counts().forEach(counts -> counts.out().forEach((status, n) -> out.merge(status, n, Long::sum)));
            return out;
        }
    }
}
