package org.watchword.desk.copy;

import org.watchword.model.ArchiveRef;

/** Where the desk gets captured pages. Thread-safe. */
@FunctionalInterface
public interface CopySource {

    /** The page with this place in the archive. */
    ArchivedCopy copy(ArchiveRef ref);

    /** Of a desk that stands apart from the archive. */
    static CopySource none() {
        return ref -> new ArchivedCopy.Absent(
                "The archive is not on this machine; it lies in the data folder of the fetcher that captured the page.");
    }
}
