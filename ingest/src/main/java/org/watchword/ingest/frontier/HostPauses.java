package org.watchword.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pause each host has asked for, and until when one in trouble is left alone, kept over a restart. The last request is not written
 * down: after a start every host is given its pause anew, which is never too short. So a row is written about once per host, not once
 * per request. Thread-safe.
 */
public final class HostPauses {

    /** Pauses are rounded up to this, so that the milliseconds of each request are no news. */
    private static final long STEP_MILLIS = 250;

    private final Database db;
    private final Duration longest;
    private final Map<String, Pause> known = new HashMap<>();

    /** @param longest a longer wait is no pause between requests but a host's trouble */
    HostPauses(Database db, Duration longest) {
        this.db = db;
        this.longest = longest;
        db.query(
                row -> known.put(
                        row.getString("host"),
                        new Pause(
                                Duration.ofMillis(row.getLong("pause")), Database.instantOrNull(row, "closed_until"))),
                "SELECT host, pause, closed_until FROM host");
    }

    /**
     * What is known of a host.
     *
     * @param pause least time between two requests
     * @param closedUntil no request before; absent when it was not in trouble
     */
    public record Pause(Duration pause, @Nullable Instant closedUntil) {

        /** When the host may be asked first by a process that starts now. */
        public Instant freeAt(Instant now) {
            Instant paused = now.plus(pause);
            return closedUntil != null && closedUntil.isAfter(paused) ? closedUntil : paused;
        }
    }

    /** Notes, just after a request, how long its host is to be left alone. */
    public synchronized void note(String host, Duration wait, Instant now) {
        Pause before = known.getOrDefault(host, new Pause(Duration.ZERO, null));
        Pause after = wait.compareTo(longest) > 0
                ? new Pause(before.pause, now.plus(wait))
                : new Pause(roundedUp(wait).compareTo(before.pause) > 0 ? roundedUp(wait) : before.pause, null);
        boolean over = before.closedUntil != null && !before.closedUntil.isAfter(now);
        boolean same =
                after.pause.equals(before.pause) && after.closedUntil == null && (before.closedUntil == null || over);
        if (!same) {
            put(host, after);
        }
    }

    private synchronized void put(String host, Pause pause) {
        known.put(host, pause);
        db.update(
                "INSERT OR REPLACE INTO host (host, pause, closed_until) VALUES (?, ?, ?)",
                host,
                pause.pause.toMillis(),
                pause.closedUntil == null ? null : pause.closedUntil.toEpochMilli());
    }

    private static Duration roundedUp(Duration wait) {
        return Duration.ofMillis((wait.toMillis() + STEP_MILLIS - 1) / STEP_MILLIS * STEP_MILLIS);
    }

    public synchronized Map<String, Pause> all() {
        return Collections.unmodifiableMap(new HashMap<>(known));
    }
}
