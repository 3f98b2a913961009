package org.watchword.ingest.frontier;

import java.time.Instant;

/** How far the files of a source have been read. A file whose size or time has changed is read anew. */
public final class FileProgress {

    /** The whole file has been read. */
    public static final long ALL = -1;

    private final Database db;

    FileProgress(Database db) {
        this.db = db;
    }

    /** A file as it lies on disk. */
    public record Version(String path, long size, Instant modified) {}

    /** Inputs of this version that have ended; {@link #ALL} when there are no more. */
    public long done(String source, Version file) {
        return db.first(
                        r -> r.getInt("complete") == 1 ? ALL : r.getLong("done"),
                        "SELECT done, complete FROM file WHERE source = ? AND path = ? AND size = ? AND modified = ?",
                        source,
                        file.path(),
                        file.size(),
                        file.modified().toEpochMilli())
                .orElse(0L);
    }

    /** @param complete whether the file has no further inputs */
    public void advance(String source, Version file, long done, boolean complete) {
        db.update(
                "INSERT OR REPLACE INTO file (source, path, size, modified, done, complete) VALUES (?, ?, ?, ?, ?, ?)",
                source,
                file.path(),
                file.size(),
                file.modified().toEpochMilli(),
                done,
                complete ? 1 : 0);
    }
}
