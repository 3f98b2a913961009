package org.watchword.app.role;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.watchword.app.config.AuthConfig;
import org.watchword.desk.access.AccessSettings;
import org.watchword.desk.access.ProxyHeader;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.audit.AuditFolder;

/** Who is let in at the desk, as the settings say. */
final class DeskAccess {

    private DeskAccess() {}

    /** The log of who did what: the folder {@code audit} of the data folder. */
    static AuditFolder audit(Path data) {
        return new AuditFolder(data.resolve("audit"));
    }

    static AccessSettings settings(AuthConfig auth, AuditFolder audit, InstantSource clock) {
        return new AccessSettings(
                auth.accountsFile().map(file -> new Accounts(file, clock)),
                auth.proxyHeader().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ProxyHeader(auth.proxyHeader(), auth.proxyRole())),
                Set.copyOf(auth.proxies()),
                auth.https(),
                auth.openToNetwork(),
                auth.idle(),
                auth.longest(),
                auth.requestsPerMinute(),
                audit,
                clock);
    }
}
