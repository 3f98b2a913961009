package org.watchword.ingest.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;

/**
 * Addresses and when they are due, one queue per host, hosts served in turn. A claimed address stays due on disk until its attempt has
 * ended, so a killed process repeats it.
 */
public final class Frontier {

    private final Database db;
    /** Hosts with addresses, in the order they are next served. */
    private final LinkedHashSet<String> hosts = new LinkedHashSet<>();

    private final Set<String> claimedHosts = new HashSet<>();

    Frontier(Database db) {
        this.db = db;
        hosts.addAll(db.query(r -> r.getString(1), "SELECT DISTINCT host FROM url ORDER BY host"));
    }

    /** Addresses of these sources are fetched, all others rest. */
    public void activate(Collection<String> sources) {
        db.transaction(() -> {
            db.update("UPDATE url SET active = 0 WHERE active = 1");
            for (String source : sources) {
                db.update("UPDATE url SET active = 1 WHERE source = ?", source);
            }
            return sources.size();
        });
    }

    /**
     * A page link found for a source.
     *
     * @param changedAt when the list says the page changed; a later time than the last attempt makes it due
     */
    public record Found(WebAddress address, @Nullable Instant changedAt) {}

    /**
     * Adds new addresses, due at once. An address known to another active source stays that source's.
     *
     * @param recheck whether known addresses become due too
     * @return how many were new
     */
    public synchronized int add(String source, List<Found> found, Instant now, boolean recheck) {
        int added = db.transaction(() -> {
            int n = 0;
            for (Found link : found) {
                n += addOne(source, link, now, recheck);
            }
            return n;
        });
        found.forEach(link -> hosts.add(link.address().host()));
        return added;
    }

    private int addOne(String source, Found link, Instant now, boolean recheck) {
        String url = link.address().url();
        int added = db.update(
                "INSERT OR IGNORE INTO url (url, source, host, active, next_due) VALUES (?, ?, ?, 1, ?)",
                url,
                source,
                link.address().host(),
                now.toEpochMilli());
        if (added == 0) {
            db.update("UPDATE url SET source = ?, active = 1 WHERE url = ? AND active = 0", source, url);
            if (recheck) {
                db.update(
                        "UPDATE url SET next_due = ? WHERE url = ? AND source = ? AND ended_at < ?",
                        now.toEpochMilli(),
                        url,
                        source,
                        now.toEpochMilli());
            } else if (link.changedAt() != null) {
                db.update(
                        "UPDATE url SET next_due = ? WHERE url = ? AND ended_at < ? AND (next_due IS NULL OR next_due > ?)",
                        now.toEpochMilli(),
                        url,
                        link.changedAt().toEpochMilli(),
                        now.toEpochMilli());
            }
        }
        return added;
    }

    /**
     * The next due address of a host nobody works on, and takes the host.
     *
     * @param ready whether a host may be asked now
     */
    public synchronized Optional<UrlState> claim(Instant now, Predicate<String> ready) {
        if (!anyDue(now)) {
            return Optional.empty();
        }
        for (String host : List.copyOf(hosts)) {
            if (claimedHosts.contains(host) || !ready.test(host)) {
                continue;
            }
            Optional<UrlState> due = db.first(
                    Frontier::state,
                    "SELECT * FROM url WHERE host = ? AND active = 1 AND next_due <= ? ORDER BY next_due LIMIT 1",
                    host,
                    now.toEpochMilli());
            if (due.isPresent()) {
                claimedHosts.add(host);
                hosts.remove(host);
                hosts.add(host);
                return due;
            }
        }
        return Optional.empty();
    }

    /** Gives a claimed host back. */
    public synchronized void release(UrlState claimed) {
        claimedHosts.remove(claimed.host());
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
                "UPDATE url SET next_due = ?, failures = 0, status = ?, ended_at = ? WHERE url = ?",
                due,
                ended.status(),
                ended.at().toEpochMilli(),
                ended.url());
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
                row.getString("source"),
                row.getString("host"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("payload_sha256"),
                row.getString("text_sha256"),
                row.getInt("failures"));
    }
}
