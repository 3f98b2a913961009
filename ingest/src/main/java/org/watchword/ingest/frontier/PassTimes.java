package org.watchword.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the lists of each source are looked at next, kept over a restart so that a process that often starts does not often ask. */
public final class PassTimes {

    private final Database db;

    PassTimes(Database db) {
        this.db = db;
    }

    /**
     * The next pass over a source.
     *
     * @param rhythm as learned so far; absent before the first pass
     */
    public record Next(Instant at, @Nullable Rhythm rhythm) {}

    /**
     * What is planned for a source.
     *
     * @param definition digest of the source as it was then: one that was changed since is looked at anew
     */
    public Optional<Next> find(String source, String definition) {
        return db.first(
                row -> {
                    Long interval = Database.longOrNull(row, "interval");
                    return new Next(
                            Instant.ofEpochMilli(row.getLong("next_at")),
                            interval == null
                                    ? null
                                    : new Rhythm(
                                            Duration.ofMillis(interval), Database.instantOrNull(row, "changed_at")));
                },
                "SELECT * FROM pass WHERE source = ? AND definition = ? AND next_at IS NOT NULL",
                source,
                definition);
    }

    /** Plans the next pass over a source that has begun one. */
    public void plan(String source, String definition, Next next) {
        Rhythm rhythm = next.rhythm();
        Instant changed = rhythm == null ? null : rhythm.changedAt();
        db.update(
                "UPDATE pass SET definition = ?, next_at = ?, interval = ?, changed_at = ? WHERE source = ?",
                definition,
                next.at().toEpochMilli(),
                rhythm == null ? null : rhythm.interval().toMillis(),
                changed == null ? null : changed.toEpochMilli(),
                source);
    }
}
