package org.watchword.ingest.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses and when they are due, one queue per host, hosts served fairly and by {@link Priority}. A claimed address stays due on disk
 * until its attempt has ended, so a killed process repeats it and no other.
 */
public final class Frontier {

    private final Database db;
    private HostQueue queue = new HostQueue();
    /** Claimed addresses whose attempts have not ended, by host: one that was given back may have several. */
    private final Map<String, Set<String>> underWay = new HashMap<>();

    Frontier(Database db) {
        this.db = db;
        load();
    }

    /** Lays the queue out anew, from what the database holds. */
    void load() {
        HostQueue loaded = new HostQueue();
        db.query(
                row -> {
                    loaded.add(row.getString(1), Priority.values()[row.getInt(2)], row.getLong(3));
                    return true;
                },
                "SELECT host, priority, MIN(next_due) FROM url WHERE active = 1 AND next_due IS NOT NULL GROUP BY host, priority");
        queue = loaded;
    }

    /** Addresses of these sources are fetched, all others rest. To be called while nothing is claimed. */
    public void activate(Collection<String> sources) {
        String ids = JsonMapper.shared().writeValueAsString(sources);
        synchronized (db) {
            int changed = db.transaction(() -> db.update(
                            "UPDATE url SET active = 0 WHERE active = 1 AND source NOT IN (SELECT value FROM json_each(?))",
                            ids)
                    + db.update(
                            "UPDATE url SET active = 1 WHERE active = 0 AND source IN (SELECT value FROM json_each(?))",
                            ids));
            if (changed > 0) {
                load();
            }
        }
    }

    /**
     * A page link found for a source.
     *
     * @param changedAt when the list says the page changed; a later time than the last attempt makes it due
     * @param news whether the list is a feed or a news sitemap
     */
    public record Found(WebAddress address, @Nullable Instant changedAt, boolean news) {

        public Found(WebAddress address, @Nullable Instant changedAt) {
            this(address, changedAt, false);
        }
    }

    /** As the other, with nothing alongside. */
    public int add(String source, List<Found> found, Instant now, boolean recheck) {
        return add(source, found, now, recheck, () -> {});
    }

    /**
     * Adds new addresses, due at once. An address known to another active source stays that source's.
     *
     * @param recheck whether known addresses become due too
     * @param alongside changes that are made together with these, or not at all
     * @return how many were new
     */
    public int add(String source, List<Found> found, Instant now, boolean recheck, Runnable alongside) {
        return db.transaction(() -> {
            alongside.run();
            int n = 0;
            for (Found link : found) {
                n += addOne(source, link, now, recheck);
            }
            return n;
        });
    }

    private int addOne(String source, Found link, Instant now, boolean recheck) {
        String url = link.address().identity();
        String asked = link.address().url();
        String host = link.address().host();
        Priority priority = link.news() ? Priority.NEWS : Priority.NEW;
        int added = db.update(
                "INSERT OR IGNORE INTO url (url, address, source, host, active, next_due, priority)"
                        + " VALUES (?, ?, ?, ?, 1, ?, ?)",
                url,
                asked.equals(url) ? null : asked,
                source,
                host,
                now.toEpochMilli(),
                priority.ordinal());
        if (added > 0) {
            queue.add(host, priority, now.toEpochMilli());
            return added;
        }
        if (db.update("UPDATE url SET source = ?, active = 1 WHERE url = ? AND active = 0", source, url) > 0) {
            // What it is due for is not looked up: the claim will.
            queue.add(host, Priority.REVISIT, now.toEpochMilli());
            queue.add(host, Priority.NEW, now.toEpochMilli());
        }
        if (recheck) {
            makeDue(url, host, Priority.REVISIT, now, now, source);
        } else if (link.changedAt() != null) {
            makeDue(url, host, Priority.NEW, now, link.changedAt(), null);
        }
        return 0;
    }

    /** Makes an address due whose last attempt ended before a time, unless it is waiting already. */
    private void makeDue(
            String url, String host, Priority priority, Instant now, Instant endedBefore, @Nullable String source) {
        int due = db.update(
                "UPDATE url SET next_due = ?, priority = ? WHERE url = ? AND ended_at < ? AND source = coalesce(?, source)"
                        + " AND (next_due IS NULL OR next_due > ?)",
                now.toEpochMilli(),
                priority.ordinal(),
                url,
                endedBefore.toEpochMilli(),
                source,
                now.toEpochMilli());
        if (due > 0) {
            queue.add(host, priority, now.toEpochMilli());
        }
    }

    /**
     * The next due address of a host nobody works on, and takes the host.
     *
     * @param wait milliseconds until a host may be asked; 0 for at once
     */
    public Optional<UrlState> claim(Instant now, ToLongFunction<String> wait) {
        synchronized (db) {
            for (Optional<HostQueue.Turn> turn = queue.claim(now.toEpochMilli(), wait);
                    turn.isPresent();
                    turn = queue.claim(now.toEpochMilli(), wait)) {
                Optional<UrlState> due = due(turn.get(), now);
                if (due.isPresent()) {
                    underWay.computeIfAbsent(due.get().host(), host -> new HashSet<>())
                            .add(due.get().url());
                    return due;
                }
                putBack(turn.get().host(), now);
            }
            return Optional.empty();
        }
    }

    private Optional<UrlState> due(HostQueue.Turn turn, Instant now) {
        Set<String> taken = underWay.getOrDefault(turn.host(), Set.of());
        return db
                .query(
                        Frontier::state,
                        "SELECT * FROM url WHERE active = 1 AND host = ? AND priority = ? AND next_due <= ?"
                                + " ORDER BY next_due LIMIT ?",
                        turn.host(),
                        turn.priority().ordinal(),
                        now.toEpochMilli(),
                        taken.size() + 1)
                .stream()
                .filter(state -> !taken.contains(state.url()))
                .findFirst();
    }

    /**
     * Gives a claimed host back: what came of the address may still be under way.
     *
     * @param freeAt when the host may be asked again
     */
    public void release(UrlState claimed, Instant freeAt) {
        synchronized (db) {
            putBack(claimed.host(), freeAt);
        }
    }

    /** The attempt at a claimed address is over; to be called after {@link #release}. It may be claimed again when it is due. */
    public void ended(UrlState claimed) {
        synchronized (db) {
            Set<String> taken = underWay.getOrDefault(claimed.host(), Set.of());
            if (taken.remove(claimed.url()) && taken.isEmpty()) {
                underWay.remove(claimed.host());
            }
            db.query(
                    row -> {
                        queue.add(claimed.host(), Priority.values()[row.getInt(1)], row.getLong(2));
                        return true;
                    },
                    "SELECT priority, next_due FROM url WHERE url = ? AND active = 1 AND next_due IS NOT NULL",
                    claimed.url());
        }
    }

    /**
     * Keeps the times at which addresses are due as far off as they were, after the clock was put back: else nothing would be due until it
     * has caught up with where it was. What ended in what is now the future has ended now: else the next start would take the clock for put
     * back again, and what a list says has changed would be older than the last look.
     *
     * @param now by the clock as it is now
     * @param by how far it was put back
     */
    public void clockPutBack(Instant now, Duration by) {
        synchronized (db) {
            db.update("UPDATE url SET next_due = next_due - ? WHERE next_due > ?", by.toMillis(), now.toEpochMilli());
            db.update("UPDATE url SET ended_at = ? WHERE ended_at > ?", now.toEpochMilli(), now.toEpochMilli());
            db.update("UPDATE document SET seen_at = ? WHERE seen_at > ?", now.toEpochMilli(), now.toEpochMilli());
            queue.hasten(now.toEpochMilli(), by.toMillis());
        }
    }

    /** When the last attempt ended, by the clock of that time; empty before the first. */
    public Optional<Instant> lastAttempt() {
        return db.first(
                row -> Instant.ofEpochMilli(row.getLong("last")),
                "SELECT last FROM (SELECT MAX(ended_at) AS last FROM url) WHERE last IS NOT NULL");
    }

    private void putBack(String host, Instant freeAt) {
        Set<String> taken = underWay.getOrDefault(host, Set.of());
        long[] due = new long[Priority.values().length];
        for (int priority = 0; priority < due.length; priority++) {
            due[priority] = db
                    .query(
                            row -> new Due(row.getString(1), row.getLong(2)),
                            "SELECT url, next_due FROM url WHERE active = 1 AND host = ? AND priority = ?"
                                    + " AND next_due IS NOT NULL ORDER BY next_due LIMIT ?",
                            host,
                            priority,
                            taken.size() + 1)
                    .stream()
                    .filter(next -> !taken.contains(next.url))
                    .mapToLong(Due::at)
                    .findFirst()
                    .orElse(HostQueue.NEVER);
        }
        queue.release(host, freeAt.toEpochMilli(), due);
    }

    private record Due(String url, long at) {}

    /** Hosts with addresses that are not at rest. */
    public List<String> hosts() {
        synchronized (db) {
            return queue.names();
        }
    }

    /** How many hosts wait, and how many are being asked. */
    public HostCounts hostCounts(Instant now) {
        synchronized (db) {
            return queue.counts(now.toEpochMilli());
        }
    }

    /** Whether an address is due, claimed ones included. */
    public boolean anyDue(Instant now) {
        return db.first(r -> 1, "SELECT 1 FROM url WHERE active = 1 AND next_due <= ? LIMIT 1", now.toEpochMilli())
                .isPresent();
    }

    public Optional<UrlState> find(String url) {
        return db.first(Frontier::state, "SELECT * FROM url WHERE url = ?", url);
    }

    /** An attempt that did not end: it is made again after {@code wait}. */
    public void postpone(UrlState state, Instant now, Duration wait) {
        db.update(
                "UPDATE url SET next_due = ?, failures = failures + 1 WHERE url = ?",
                now.plus(wait).toEpochMilli(),
                state.url());
    }

    void end(Ended ended) {
        Long due = ended.nextDue() == null ? null : ended.nextDue().toEpochMilli();
        db.update(
                "UPDATE url SET next_due = ?, priority = ?, failures = 0, status = ?, ended_at = ? WHERE url = ?",
                due,
                Priority.REVISIT.ordinal(),
                ended.status(),
                ended.at().toEpochMilli(),
                ended.url());
        Rhythm rhythm = ended.rhythm();
        if (rhythm != null) {
            db.update(
                    "UPDATE url SET interval = ?, changed_at = ? WHERE url = ?",
                    rhythm.interval().toMillis(),
                    rhythm.changedAt() == null ? null : rhythm.changedAt().toEpochMilli(),
                    ended.url());
        }
        Ended.Capture capture = ended.capture();
        if (capture != null) {
            db.update(
                    "UPDATE url SET etag = ?, last_modified = ?, payload_sha256 = ?, text_sha256 = ? WHERE url = ?",
                    capture.etag(),
                    capture.lastModified(),
                    capture.payloadSha256(),
                    capture.textSha256(),
                    ended.url());
        }
    }

    private static UrlState state(ResultSet row) throws SQLException {
        return new UrlState(
                row.getString("url"),
                Objects.requireNonNullElse(row.getString("address"), row.getString("url")),
                row.getString("source"),
                row.getString("host"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("payload_sha256"),
                row.getString("text_sha256"),
                row.getInt("failures"),
                rhythm(row));
    }

    private static @Nullable Rhythm rhythm(ResultSet row) throws SQLException {
        Long interval = Database.longOrNull(row, "interval");
        return interval == null
                ? null
                : new Rhythm(Duration.ofMillis(interval), Database.instantOrNull(row, "changed_at"));
    }
}
