package org.watchword.ingest.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.Walk.Range;

/**
 * What of the past is asked for: by a source's own {@code backfill}, and by requests that lie in a folder, each an empty file
 * {@code ID/FROM..TO}. A request is obeyed by whoever fetches with that data folder, at once or when it next runs, so that the host is
 * asked by one process only; it stays there as the record of what was asked.
 */
public final class BackfillRequests {

    private static final Logger log = LoggerFactory.getLogger(BackfillRequests.class);

    private final Path folder;
    private final boolean read;

    /** @param dataFolder as in the stage's settings */
    public BackfillRequests(Path dataFolder) {
        this(dataFolder.resolve("fetch").resolve("backfill"), true);
    }

    private BackfillRequests(Path folder, boolean read) {
        this.folder = folder;
        this.read = read;
    }

    /** Of those who are asked for nothing. */
    public static BackfillRequests none() {
        return new BackfillRequests(Path.of(""), false);
    }

    /**
     * Asks for the pages of some days.
     *
     * @return where the request lies
     */
    public Path ask(String source, Range range) throws IOException {
        Path request = folder.resolve(source).resolve(range.toString());
        Files.createDirectories(folder.resolve(source));
        if (!Files.exists(request)) {
            Files.createFile(request);
        }
        return request;
    }

    /** The source's own first, then the requests in the order of their names; each once. */
    List<Range> of(Source.Web source) {
        Set<Range> ranges = new LinkedHashSet<>();
        Range own = source.walk().backfill();
        if (own != null) {
            ranges.add(own);
        }
        for (Path file : read ? files(folder.resolve(source.id())) : List.<Path>of()) {
            String name = InputFiles.name(file);
            try {
                ranges.add(Range.of(name));
            } catch (IllegalArgumentException e) {
                log.warn("{} is no request for a backfill: {}", file, e.getMessage());
            }
        }
        return new ArrayList<>(ranges);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            log.warn("Requests for backfills cannot be read: {}", e.toString());
            return List.of();
        }
    }
}
