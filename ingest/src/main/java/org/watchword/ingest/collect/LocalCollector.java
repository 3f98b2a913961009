package org.watchword.ingest.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.FileProgress;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.source.Source;

/** Passes over sources on this machine. Each file is read once, again only when it has changed, and from where a killed run stopped. */
public final class LocalCollector {

    private final Archive archive;
    private final FetchState state;
    private final DocumentPublisher publisher;
    private final InstantSource clock;
    private final FetchListener listener;
    private final InputFiles files;

    public LocalCollector(
            Archive archive,
            FetchState state,
            DocumentPublisher publisher,
            InstantSource clock,
            FetchListener listener,
            InputFiles files) {
        this.archive = archive;
        this.state = state;
        this.publisher = publisher;
        this.clock = clock;
        this.listener = listener;
        this.files = files;
    }

    /**
     * One pass.
     *
     * @param stopping asked between batches; true ends the pass early, to be taken up by the next
     * @throws DiscoveryException when the source's path cannot be read
     * @throws IOException when the archive cannot be written
     */
    public void pass(Source source, Path root, BooleanSupplier stopping) throws IOException, DiscoveryException {
        Instant round = state.beginPass(source.id(), clock.instant());
        List<Path> found = list(source, root);
        int fresh = 0;
        for (Path path : found) {
            FileProgress.Version version = version(path);
            long done = state.files().done(source.id(), version);
            if (done == FileProgress.ALL) {
                continue;
            }
            fresh++;
            InputBatch batch = new InputBatch(source, round, version, archive, state, publisher, clock, listener);
            if (!read(source, root, path, round, done, batch, stopping)) {
                return;
            }
        }
        listener.discovered(source.id(), found.size(), fresh);
        state.endPass(source.id(), clock.instant(), null);
    }

    private boolean read(
            Source source, Path root, Path path, Instant round, long done, InputBatch batch, BooleanSupplier stopping)
            throws IOException {
        try (InputFiles.Reader reader = opened(source, root, path, round)) {
            Input input = reader.next();
            long last = done;
            while (input != null) {
                if (input.number() > done) {
                    last = input.number();
                    if (batch.add(input)) {
                        batch.end(last, false);
                    }
                }
                if (stopping.getAsBoolean()) {
                    batch.end(last, false);
                    return false;
                }
                input = reader.next();
            }
            batch.end(last, true);
            return true;
        }
    }

    /** A file that cannot be opened is an input that cannot be read. */
    private InputFiles.Reader opened(Source source, Path root, Path path, Instant round) {
        try {
            return files.open(source, root, path, round);
        } catch (IOException e) {
            return new UnreadableFile(path, String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> list(Source source, Path root) throws DiscoveryException {
        if (!Files.exists(root)) {
            throw new DiscoveryException("not-found", root + ": no such file or folder", null);
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(p -> InputFiles.isInput(source, p) || p.equals(root))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new DiscoveryException("unreadable", root + ": " + e.getMessage(), e);
        }
    }

    private static FileProgress.Version version(Path path) throws IOException {
        return new FileProgress.Version(
                path.toAbsolutePath().toString(),
                Files.size(path),
                Files.getLastModifiedTime(path).toInstant());
    }
}
