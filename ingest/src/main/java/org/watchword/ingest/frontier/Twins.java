package org.watchword.ingest.frontier;

import java.util.Optional;

/** Addresses under which a document is shown besides its own: forms for a phone or for AMP that do not say so themselves. */
public final class Twins {

    private final Database db;

    Twins(Database db) {
        this.db = db;
        db.update(
                "CREATE TABLE IF NOT EXISTS twin (url TEXT PRIMARY KEY, canonical_url TEXT NOT NULL, seen INTEGER NOT NULL)"
                        + " WITHOUT ROWID");
    }

    /**
     * What is known of an address.
     *
     * @param canonicalUrl the document it is said to show
     * @param seen whether its words were those of the document; else the document's page has only said so
     */
    public record Twin(String canonicalUrl, boolean seen) {}

    public Optional<Twin> of(String url) {
        return db.first(
                r -> new Twin(r.getString("canonical_url"), r.getInt("seen") == 1),
                "SELECT canonical_url, seen FROM twin WHERE url = ?",
                url);
    }

    /** Notes it, unless that is known. */
    public void note(String url, Twin twin) {
        if (of(url).filter(known -> known.equals(twin) || (known.seen() && !twin.seen()))
                .isEmpty()) {
            db.update(
                    "INSERT OR REPLACE INTO twin (url, canonical_url, seen) VALUES (?, ?, ?)",
                    url,
                    twin.canonicalUrl(),
                    twin.seen() ? 1 : 0);
        }
    }
}
