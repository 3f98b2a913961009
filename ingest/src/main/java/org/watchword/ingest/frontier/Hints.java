package org.watchword.ingest.frontier;

import java.time.Instant;

/** What lists said of the pages found in them, by address. */
public final class Hints {

    private final Database db;

    Hints(Database db) {
        this.db = db;
    }

    /** {@link Hint#NONE} when nothing was said. */
    public Hint of(String url) {
        return db.first(
                        row -> {
                            Long published = Database.longOrNull(row, "published_at");
                            return new Hint(
                                    published == null ? null : Instant.ofEpochMilli(published),
                                    row.getString("title"),
                                    row.getString("speaker"),
                                    row.getString("speaker_office"),
                                    row.getString("language"),
                                    row.getString("found_in"));
                        },
                        "SELECT * FROM hint WHERE url = ?",
                        url)
                .orElse(Hint.NONE);
    }

    /** The first that is said of a page stays: feeds move a date when they list a page again. */
    public void add(String url, Hint hint) {
        if (hint.equals(Hint.NONE)) {
            return;
        }
        db.update(
                "INSERT OR IGNORE INTO hint (url, published_at, title, speaker, speaker_office, language, found_in)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                url,
                hint.publishedAt() == null ? null : hint.publishedAt().toEpochMilli(),
                hint.title(),
                hint.speaker(),
                hint.speakerOffice(),
                hint.language(),
                hint.foundIn());
    }
}
