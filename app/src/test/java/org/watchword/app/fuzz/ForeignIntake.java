package org.watchword.app.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.InputFiles;
import org.watchword.ingest.collect.LocalCollector;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.model.DeadLetter;
import org.watchword.model.Document;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** Takes WARC files of others in as a source of kind {@code warc} does, into a real archive and a real state. */
final class ForeignIntake {

    private static final long MAX_BYTES = 4L << 20;
    private static final String SOURCE = "past";

    private final Path folder;
    private final FetchState state;
    private final LocalCollector collector;
    private final AtomicLong handedOn = new AtomicLong();
    private int files;

    private static final class Holder {
        private static final ForeignIntake SHARED = open();
    }

    private ForeignIntake(Path folder) throws IOException {
        this.folder = folder;
        this.state = FetchState.open(folder);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        collector = new LocalCollector(
                Archive.open(folder.resolve("archive"), 1 << 20, clock, "Watchword/test"),
                state,
                new Counter(),
                clock,
                FetchListener.NONE,
                new InputFiles(new HtmlExtractor(), MAX_BYTES));
    }

    static ForeignIntake shared() {
        return Holder.SHARED;
    }

    private static ForeignIntake open() {
        try {
            Path folder = Files.createTempDirectory("watchword-fuzz-foreign");
            folder.toFile().deleteOnExit();
            return new ForeignIntake(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError when what went on is not what was counted */
    void take(byte[] file) throws Exception {
        // A file that is still the same is not read again, so that each has a name of its own.
        Path path = folder.resolve("input-" + files++ + ".warc");
        Files.write(path, file);
        long before = handedOn.get();
        long counted = counted();
        try {
            collector.pass(new Source.Warc(Profile.of(SOURCE, "The Past"), path), path, () -> false);
        } finally {
            Files.delete(path);
        }
        long went = handedOn.get() - before;
        if (counted() - counted != went) {
            throw new AssertionError(went + " went on, " + (counted() - counted) + " were counted so");
        }
    }

    private long counted() {
        Map<String, Long> out = state.counters().getOrDefault(SOURCE, new TreeMap<>());
        return out.entrySet().stream()
                .filter(e ->
                        e.getKey().equals(StageCounts.EMITTED) || e.getKey().startsWith("dead-lettered"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private final class Counter implements DocumentPublisher {

        @Override
        public Receipt publish(Document document) {
            handedOn.incrementAndGet();
            return Receipt.ACKNOWLEDGED;
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            handedOn.incrementAndGet();
        }

        @Override
        public void counts(StageCounts counts) {}

        @Override
        public void coverage(List<SourceDay> days) {}
    }
}
