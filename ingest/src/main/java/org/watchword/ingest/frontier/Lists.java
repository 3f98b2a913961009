package org.watchword.ingest.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists of pages that were read, by source, and how far each backfill is. */
public final class Lists {

    private final Database db;

    Lists(Database db) {
        this.db = db;
    }

    public Optional<KnownList> find(String source, String url) {
        return db.first(Lists::known, "SELECT * FROM list WHERE source = ? AND url = ?", source, url);
    }

    public void remember(String source, KnownList list) {
        db.update(
                "INSERT OR REPLACE INTO list (source, url, recipe, etag, last_modified, changed_at, read_at, fresh)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                source,
                list.url(),
                list.recipe(),
                list.etag(),
                list.lastModified(),
                list.changedAt() == null ? null : list.changedAt().toEpochMilli(),
                list.readAt().toEpochMilli(),
                list.fresh() ? 1 : 0);
    }

    /** Whether a step of a backfill has been taken. */
    public boolean isBackfilled(String source, String range, String url) {
        return db.first(r -> 1, "SELECT 1 FROM backfill WHERE source = ? AND range = ? AND url = ?", source, range, url)
                .isPresent();
    }

    /** @param problem why the list could not be read; absent when it could */
    public void markBackfilled(String source, String range, String url, Instant now, @Nullable String problem) {
        db.update(
                "INSERT OR REPLACE INTO backfill (source, range, url, done_at, problem) VALUES (?, ?, ?, ?, ?)",
                source,
                range,
                url,
                now.toEpochMilli(),
                problem);
    }

    private static KnownList known(ResultSet row) throws SQLException {
        Long changed = Database.longOrNull(row, "changed_at");
        return new KnownList(
                row.getString("url"),
                row.getString("recipe"),
                row.getString("etag"),
                row.getString("last_modified"),
                changed == null ? null : Instant.ofEpochMilli(changed),
                Instant.ofEpochMilli(row.getLong("read_at")),
                row.getInt("fresh") == 1);
    }
}
