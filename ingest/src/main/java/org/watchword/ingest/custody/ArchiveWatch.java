package org.watchword.ingest.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchword.ingest.archive.ArchiveFolder;

/**
 * Enters into the custody log what was added to the archive: one entry for each stretch of a file, however many captures it holds. It reads
 * what the fetchers have written, so it costs them nothing; what was added since the last entry is vouched for by the next.
 */
public final class ArchiveWatch {

    private final ArchiveFolder archive;
    private final CustodyLog log;
    private final Map<String, Long> entered = new HashMap<>();
    private boolean known;

    public ArchiveWatch(ArchiveFolder archive, CustodyLog log) {
        this.archive = archive;
        this.log = log;
    }

    /**
     * Enters what is new.
     *
     * @return captures entered
     */
    public synchronized long note() throws IOException {
        if (!known) {
            log.read(line -> {
                if (line.entry().is(CustodyEvent.CAPTURE)) {
                    entered.merge(line.entry().detail("file"), line.entry().number("to"), Math::max);
                }
            });
            known = true;
        }
        long captures = 0;
        for (Path file : files()) {
            String name = archive.name(file);
            long from = entered.getOrDefault(name, 0L);
            if (Files.size(file) <= from) {
                continue;
            }
            long to = archive.whole(file);
            if (to > from) {
                CaptureRange range = CaptureRange.read(archive, file, from, to);
                log.append(CustodyEvent.CAPTURE, range.detail());
                entered.put(name, to);
                captures += range.captures();
            }
        }
        return captures;
    }

    private List<Path> files() throws IOException {
        try {
            return archive.files().stream().sorted().toList();
        } catch (org.watchword.ingest.archive.ArchiveException e) {
            // Nothing was captured yet.
            return List.of();
        }
    }
}
