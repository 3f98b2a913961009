package org.watchword.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.model.ContentHash;

/** An archive file as the fetcher writes it, with a few pages in it. */
final class FuzzArchive {

    private FuzzArchive() {}

    static byte[] bytes(Path site) throws IOException {
        Path folder = Files.createTempDirectory("watchword-fuzz-archive");
        try {
            try (Archive archive = Archive.open(folder, 1 << 20, InstantSource.fixed(Instant.EPOCH), "Watchword/test");
                    Stream<Path> pages = Files.list(site.resolve("news"))) {
                for (Path page : pages.sorted().limit(4).toList()) {
                    byte[] body = Files.readAllBytes(page);
                    archive.sync(archive.resource(
                            "https://courier.example/" + page.getFileName(),
                            Instant.EPOCH,
                            "text/html",
                            body,
                            ContentHash.sha256Hex(body)));
                }
            }
            return Files.readAllBytes(new ArchiveFolder(folder).files().get(0));
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path file :
                        left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
