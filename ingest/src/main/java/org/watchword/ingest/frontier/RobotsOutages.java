package org.watchword.ingest.frontier;

import java.time.Instant;
import org.watchword.ingest.robots.Outages;

/** Outages of robots.txt files, remembered over restarts. */
final class RobotsOutages implements Outages {

    private final Database db;

    RobotsOutages(Database db) {
        this.db = db;
    }

    @Override
    public Instant began(String origin, Instant now) {
        db.update("INSERT OR IGNORE INTO robots_outage (origin, since) VALUES (?, ?)", origin, now.toEpochMilli());
        return db.first(
                        r -> Instant.ofEpochMilli(r.getLong(1)),
                        "SELECT since FROM robots_outage WHERE origin = ?",
                        origin)
                .orElse(now);
    }

    @Override
    public void ended(String origin) {
        db.update("DELETE FROM robots_outage WHERE origin = ?", origin);
    }
}
