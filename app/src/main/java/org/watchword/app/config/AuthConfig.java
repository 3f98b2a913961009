package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.account.Role;

/**
 * Who is let in at the search page.
 *
 * @param accountsFile file that {@code watchword users} writes; absent asks nobody for a password
 * @param proxyHeader header in which a proxy in front says who somebody is; empty for none
 * @param proxyRole role of whom the proxy names and the file does not know; absent lets only those in whom it knows
 * @param proxies network addresses of proxies whose headers are believed
 * @param https whether browsers reach the page by TLS only
 * @param openToNetwork whether a page that asks nobody may listen where others reach it
 * @param idle time without a request after which somebody is signed out
 * @param longest time after which somebody is signed out in any case
 * @param requestsPerMinute calls of the JSON API by one account or address; 0 for no limit
 */
public record AuthConfig(
        Optional<Path> accountsFile,
        @Default("") String proxyHeader,
        Optional<Role> proxyRole,
        @Default("") List<String> proxies,
        @Default("false") boolean https,
        @Default("false") boolean openToNetwork,
        @Default("2 h") Duration idle,
        @Default("12 h") Duration longest,
        @Default("1200") int requestsPerMinute) {

    public AuthConfig {
        proxies = List.copyOf(proxies);
        require(
                proxyHeader.isEmpty() || proxyHeader.matches("[A-Za-z0-9-]{1,64}"),
                "proxyHeader",
                "'" + proxyHeader + "' is not the name of a header");
        require(
                proxyHeader.isEmpty() || !proxies.isEmpty(),
                "proxies",
                "proxyHeader is believed from these addresses only; name at least one");
        require(proxyRole.isEmpty() || !proxyHeader.isEmpty(), "proxyRole", "needs a proxyHeader");
        require(
                proxyHeader.isEmpty() || proxyRole.isPresent() || accountsFile.isPresent(),
                "proxyHeader",
                "lets nobody in without a proxyRole or an accountsFile that says which roles they have");
        for (String proxy : proxies) {
            require(
                    proxy.matches("[0-9.]{7,15}|[0-9a-f:.]*:[0-9a-f:.]*"),
                    "proxies",
                    "'" + proxy + "' is not an address in digits such as 127.0.0.1 or ::1");
        }
        require(
                !openToNetwork || (accountsFile.isEmpty() && proxyHeader.isEmpty()),
                "openToNetwork",
                "says that nobody is asked, but accountsFile or proxyHeader says they are");
        require(idle.compareTo(Duration.ofMinutes(1)) >= 0, "idle", "must be at least 1 min");
        require(longest.compareTo(idle) >= 0, "longest", "must not be less than idle");
        requireRange("requestsPerMinute", requestsPerMinute, 0, 1_000_000);
    }

    /** Whether it is asked who somebody is. */
    public boolean asks() {
        return accountsFile.isPresent() || !proxyHeader.isEmpty();
    }
}
