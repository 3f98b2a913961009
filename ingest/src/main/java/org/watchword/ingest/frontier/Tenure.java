package org.watchword.ingest.frontier;

import java.time.Instant;
import java.util.Optional;

/** Who has a state in hand, written down so that the next one knows whether it was laid down or fell. */
public final class Tenure {

    private final Database db;

    Tenure(Database db) {
        this.db = db;
        db.update("""
                CREATE TABLE IF NOT EXISTS tenure (
                  one INTEGER PRIMARY KEY, instance TEXT NOT NULL, parts INTEGER NOT NULL, since INTEGER NOT NULL,
                  released INTEGER NOT NULL) WITHOUT ROWID""");
    }

    /**
     * The last one who had it.
     *
     * @param instance by name
     * @param parts into how many parts the web was divided then
     * @param released whether it was laid down; else its holder may not know yet that it is lost
     */
    public record Last(String instance, int parts, boolean released) {}

    /** Empty when nobody has had it. */
    public Optional<Last> last() {
        return db.first(
                r -> new Last(r.getString("instance"), r.getInt("parts"), r.getInt("released") == 1),
                "SELECT * FROM tenure");
    }

    public void begin(String instance, int parts, Instant now) {
        write(instance, parts, now, 0);
    }

    public void end(String instance, int parts, Instant now) {
        write(instance, parts, now, 1);
    }

    private void write(String instance, int parts, Instant now, int released) {
        db.update(
                "INSERT OR REPLACE INTO tenure (one, instance, parts, since, released) VALUES (1, ?, ?, ?, ?)",
                instance,
                parts,
                now.toEpochMilli(),
                released);
    }
}
