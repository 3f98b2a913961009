package org.watchword.app.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.watchword.desk.copy.ArchivedCopy;
import org.watchword.desk.copy.CopySource;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.archive.ArchivedRecord;
import org.watchword.ingest.extract.SafeCopy;
import org.watchword.model.ArchiveRef;

/** Archived pages from the data folder, each checked against its digest. */
final class ArchivedCopies implements CopySource {

    private static final int MOST_BYTES = 16 << 20;

    private final Path folder;

    /** @param data the data folder; it need not hold an archive */
    ArchivedCopies(Path data) {
        this.folder = data.resolve("archive");
    }

    @Override
    public ArchivedCopy copy(ArchiveRef ref) {
        if (!Files.isDirectory(folder)) {
            return CopySource.none().copy(ref);
        }
        try {
            ArchivedRecord record = new ArchiveFolder(folder).read(ref);
            int bytes = record.payload().length;
            return bytes > MOST_BYTES
                    ? new ArchivedCopy.Absent("The page is " + bytes
                            + " bytes long, which is too much to show; 'watchword archive show' prints it.")
                    : new ArchivedCopy.Found(
                            SafeCopy.html(record.payload(), record.contentType(), record.url()), bytes);
        } catch (IOException e) {
            return new ArchivedCopy.Absent(
                    "The archive cannot give it: " + e.getMessage() + ". 'watchword evidence verify' says more.");
        }
    }
}
