package org.watchword.ingest.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.watchword.model.SourceDay;

/** What was seen of each source on each day (UTC). */
public final class CoverageLog {

    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE IF NOT EXISTS source_day (
              source TEXT NOT NULL, day TEXT NOT NULL, reached INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
              articles INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0, succeeded_at INTEGER, failed_at INTEGER,
              problem TEXT, at INTEGER NOT NULL, PRIMARY KEY (source, day)) WITHOUT ROWID""",
            "CREATE INDEX IF NOT EXISTS source_day_at ON source_day (at)",
            """
            CREATE TABLE IF NOT EXISTS source_day_out (
              source TEXT NOT NULL, day TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL,
              PRIMARY KEY (source, day, status)) WITHOUT ROWID""",
            "CREATE TABLE IF NOT EXISTS instance (name TEXT PRIMARY KEY) WITHOUT ROWID");

    private final Database db;
    private final String instance;

    /** @param given name of the fetcher; absent for one that is made up when the database is first used */
    CoverageLog(Database db, @Nullable String given) {
        this.db = db;
        SCHEMA.forEach(db::update);
        if (given != null) {
            this.instance = given;
            return;
        }
        this.instance = db.transaction(() -> {
            Optional<String> name = db.first(r -> r.getString(1), "SELECT name FROM instance");
            return name.orElseGet(() -> {
                String fresh = UUID.randomUUID().toString();
                db.update("INSERT INTO instance (name) VALUES (?)", fresh);
                return fresh;
            });
        });
    }

    /** Notes that the source is watched today, whether or not anything comes of it. */
    public void watched(String source, Instant now) {
        day(source, now);
    }

    /** @param problem why the source could not be read; absent when it could */
    void looked(String source, Instant now, @Nullable String problem) {
        day(source, now);
        if (problem == null) {
            db.update(
                    "UPDATE source_day SET reached = reached + 1, succeeded_at = ? WHERE source = ? AND day = ?",
                    now.toEpochMilli(),
                    source,
                    date(now));
        } else {
            db.update(
                    "UPDATE source_day SET failed = failed + 1, failed_at = ?, problem = ? WHERE source = ? AND day = ?",
                    now.toEpochMilli(),
                    problem,
                    source,
                    date(now));
        }
    }

    /** @param known what was known of the page before; empty when it is new */
    public void captured(String source, Instant now, Optional<KnownDocument> known, String textSha256) {
        if (known.isPresent() && known.get().textSha256().equals(textSha256)) {
            return;
        }
        String column = known.isEmpty() ? "articles" : "changed";
        day(source, now);
        db.update(
                "UPDATE source_day SET " + column + " = " + column + " + 1 WHERE source = ? AND day = ?",
                source,
                date(now));
    }

    /** Counts how attempts at pages ended. */
    public void ended(String source, Instant now, String status, long n) {
        day(source, now);
        db.update(
                "INSERT INTO source_day_out (source, day, status, n) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (source, day, status) DO UPDATE SET n = n + excluded.n",
                source,
                date(now),
                status,
                n);
    }

    /** The days that were written at or after the moment, by source and day. */
    public List<SourceDay> since(Instant moment) {
        return db.transaction(() -> {
            Map<String, TreeMap<String, Long>> out = new HashMap<>();
            db.query(
                            r -> new Ending(r.getString(1) + '/' + r.getString(2), r.getString(3), r.getLong(4)),
                            "SELECT o.source, o.day, o.status, o.n FROM source_day_out o JOIN source_day d"
                                    + " ON o.source = d.source AND o.day = d.day WHERE d.at >= ?",
                            moment.toEpochMilli())
                    .forEach(e ->
                            out.computeIfAbsent(e.day, d -> new TreeMap<>()).put(e.status, e.n));
            return db.query(
                    r -> day(r, out),
                    "SELECT * FROM source_day WHERE at >= ? ORDER BY source, day",
                    moment.toEpochMilli());
        });
    }

    private record Ending(String day, String status, long n) {}

    private SourceDay day(ResultSet r, Map<String, TreeMap<String, Long>> out) throws SQLException {
        String source = r.getString("source");
        String day = r.getString("day");
        return new SourceDay(
                source,
                LocalDate.parse(day),
                instance,
                r.getLong("reached"),
                r.getLong("failed"),
                r.getLong("articles"),
                r.getLong("changed"),
                out.getOrDefault(source + '/' + day, new TreeMap<>()),
                instant(r, "succeeded_at"),
                instant(r, "failed_at"),
                r.getString("problem"),
                Instant.ofEpochMilli(r.getLong("at")));
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        Long millis = Database.longOrNull(r, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private void day(String source, Instant now) {
        db.update(
                "INSERT INTO source_day (source, day, at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (source, day) DO UPDATE SET at = excluded.at",
                source,
                date(now),
                now.toEpochMilli());
    }

    private static String date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
