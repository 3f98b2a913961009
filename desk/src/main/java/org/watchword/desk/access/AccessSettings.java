package org.watchword.desk.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.audit.AuditLog;

/**
 * Who is let in.
 *
 * @param accounts absent where none are set up
 * @param proxyHeader absent where no proxy says who somebody is
 * @param proxies network addresses of proxies whose headers are believed
 * @param https whether browsers reach the desk by TLS only; cookies are then sent no other way
 * @param openToNetwork whether a desk without accounts may listen where others can reach it
 * @param idle time without a request after which somebody is signed out
 * @param longest time after which somebody is signed out in any case
 * @param requestsPerMinute calls of the JSON API that one account or address may make; 0 sets no limit
 * @param audit takes down what is done
 * @param clock the time
 */
public record AccessSettings(
        Optional<Accounts> accounts,
        Optional<ProxyHeader> proxyHeader,
        Set<String> proxies,
        boolean https,
        boolean openToNetwork,
        Duration idle,
        Duration longest,
        int requestsPerMinute,
        AuditLog audit,
        InstantSource clock) {

    public AccessSettings {
        proxies = Set.copyOf(proxies);
    }

    /** No accounts: for loopback. Nothing is taken down. */
    public static AccessSettings local() {
        return of(Optional.empty(), AuditLog.NONE, InstantSource.system());
    }

    /** Accounts of a file, over plain HTTP, with the usual times. */
    public static AccessSettings of(Optional<Accounts> accounts, AuditLog audit, InstantSource clock) {
        return new AccessSettings(
                accounts,
                Optional.empty(),
                Set.of(),
                false,
                false,
                Duration.ofHours(2),
                Duration.ofHours(12),
                0,
                audit,
                clock);
    }

    /** Whether it is asked who somebody is. */
    public boolean asks() {
        return accounts.isPresent() || proxyHeader.isPresent();
    }
}
