package org.watchword.ingest.frontier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.Request.ListPart;

/**
 * What crosses the border between states: addresses handed over to others, each once while nothing is new about it, and lists that others
 * have asked for.
 */
public final class Errands {

    private final Database db;

    Errands(Database db) {
        this.db = db;
        db.update("CREATE TABLE IF NOT EXISTS handed (url TEXT PRIMARY KEY, changed_at INTEGER) WITHOUT ROWID");
        db.update("CREATE TABLE IF NOT EXISTS intake (topic TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID");
        db.update("""
                CREATE TABLE IF NOT EXISTS errand (
                  url TEXT NOT NULL, source TEXT NOT NULL, form TEXT NOT NULL, depth INTEGER NOT NULL, page INTEGER NOT NULL,
                  changed_at INTEGER, from_day TEXT NOT NULL, to_day TEXT NOT NULL,
                  PRIMARY KEY (url, source, from_day)) WITHOUT ROWID""");
    }

    /**
     * Whether the page was handed over before.
     *
     * @param url what names it, {@link WebAddress#identity()}
     */
    public boolean wasHandedOver(String url) {
        return db.first(r -> 1, "SELECT 1 FROM handed WHERE url = ?", url).isPresent();
    }

    /**
     * Hands an address over to whoever serves its host, unless that was done before and nothing has been heard of it since. Lists are
     * handed over each time: there is news in them again and again.
     *
     * @return whether it is a page that was never handed over before
     */
    public boolean handOver(Request request) {
        return db.transaction(() -> {
            if (request.list() != null) {
                db.send(new Outgoing.Asked(request));
                return false;
            }
            Long changed =
                    request.changedAt() == null ? null : request.changedAt().toEpochMilli();
            String name = WebAddress.of(request.url()).map(WebAddress::identity).orElse(request.url());
            boolean fresh = !wasHandedOver(name);
            int news = db.update(
                    "INSERT INTO handed (url, changed_at) VALUES (?, ?) ON CONFLICT (url) DO UPDATE"
                            + " SET changed_at = excluded.changed_at"
                            + " WHERE excluded.changed_at > coalesce(changed_at, 0)",
                    name,
                    changed);
            if (news > 0 || request.recheck()) {
                db.send(new Outgoing.Asked(request));
            }
            return fresh;
        });
    }

    /** Where the reading of requests goes on; 0 at the beginning. */
    public long next() {
        return db.first(r -> r.getLong(1), "SELECT next FROM intake WHERE topic = 'requests'")
                .orElse(0L);
    }

    /** Requests before this one have been taken. */
    public void taken(long next) {
        db.update("INSERT OR REPLACE INTO intake (topic, next) VALUES ('requests', ?)", next);
    }

    /** Keeps a list that somebody has asked for until it has been read. */
    public void add(Request request) {
        ListPart list = request.list();
        if (list == null) {
            throw new IllegalArgumentException("no list: " + request.url());
        }
        db.update(
                "INSERT OR REPLACE INTO errand (url, source, form, depth, page, changed_at, from_day, to_day)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                request.url(),
                request.source(),
                list.form(),
                list.depth(),
                list.page(),
                request.changedAt() == null ? null : request.changedAt().toEpochMilli(),
                day(list.from()),
                day(list.to()));
    }

    /** A list that is to be read; the same one until it is {@link #done}. */
    public Optional<Request> first() {
        return db.first(
                r -> {
                    Instant changed = Database.instantOrNull(r, "changed_at");
                    ListPart list = new ListPart(
                            r.getString("form"),
                            r.getInt("depth"),
                            r.getInt("page"),
                            day(r.getString("from_day")),
                            day(r.getString("to_day")));
                    return new Request(
                            r.getString("source"), r.getString("url"), changed, false, false, Hint.NONE, list);
                },
                "SELECT * FROM errand LIMIT 1");
    }

    public void done(Request request) {
        ListPart list = request.list();
        db.update(
                "DELETE FROM errand WHERE url = ? AND source = ? AND from_day = ?",
                request.url(),
                request.source(),
                day(list == null ? null : list.from()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String day) {
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
