package org.watchword.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ArchiveRef;
import org.watchword.model.ContentHash;

/** A reference comes with a record, and a record comes from anybody: its file name must not lead out of the archive. */
class OutsideArchiveTest {

    @Test
    void aNameThatLeadsOutIsRefusedAndWouldBeReadWithoutTheGuard(@TempDir Path folder) throws Exception {
        byte[] body = {1, 2, 3};
        Path elsewhere = folder.resolve("elsewhere");
        ArchiveRef ref;
        try (Archive archive = Archive.open(elsewhere, 1 << 20, InstantSource.fixed(Instant.EPOCH), "Watchword/test")) {
            ref = archive.resource(
                    "https://vale.example/", Instant.EPOCH, "text/html", body, ContentHash.sha256Hex(body));
            archive.sync(ref);
        }
        Path root = Files.createDirectory(folder.resolve("archive"));
        String name = "../elsewhere/" + ref.file();

        assertThatThrownBy(() ->
                        new ArchiveFolder(root).read(new ArchiveRef(name, ref.offset(), ref.recordId(), ref.sha256())))
                .isInstanceOf(ArchiveException.class)
                .hasMessage(name + " lies outside the archive");
        assertThat(WrittenRecord.at(root.resolve(name), ref.offset()).payload()).isEqualTo(body);
    }
}
