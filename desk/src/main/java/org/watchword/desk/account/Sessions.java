package org.watchword.desk.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in. Kept in memory: a restart signs everybody out, and nothing that lies about can be used to come in. Thread-safe.
 */
public final class Sessions {

    private static final int MOST = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final Duration idle;
    private final Duration longest;
    private final InstantSource clock;
    /** The one that was used longest ago first. */
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** @param state of the account when it signed in, see {@link Accounts#state} */
    private record Session(String name, String state, Instant began, Instant used) {}

    /**
     * @param idle after so long without a request a session is over
     * @param longest after so long it is over in any case
     */
    public Sessions(Accounts accounts, Duration idle, Duration longest, InstantSource clock) {
        this.accounts = accounts;
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /** Begins one, always under a new name: 256 random bits. */
    public synchronized String begin(Account account) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        sessions.values().removeIf(session -> isOver(session, now));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        sessions.put(
                id, new Session(account.name(), accounts.state(account.name()).orElse(""), now, now));
        return id;
    }

    /** Whose session it is; empty when it is unknown, over, or the account was changed since. */
    public synchronized Optional<Account> account(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (isOver(session, now) || !accounts.state(session.name()).equals(Optional.of(session.state()))) {
            sessions.remove(id);
            return Optional.empty();
        }
        sessions.put(id, new Session(session.name(), session.state(), session.began(), now));
        return accounts.named(session.name());
    }

    public synchronized void end(String id) {
        sessions.remove(id);
    }

    private boolean isOver(Session session, Instant now) {
        return session.used().plus(idle).isBefore(now)
                || session.began().plus(longest).isBefore(now);
    }
}
