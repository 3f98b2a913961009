package org.watchword.app.config;

import static org.watchword.app.config.InvalidSettingException.require;
import static org.watchword.app.config.InvalidSettingException.requireRange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.watchword.desk.dispatch.MailSettings;

/**
 * The server that takes mail.
 *
 * @param host its name; empty sends none
 * @param port 587 for STARTTLS, 465 for TLS from the first byte, as a rule
 * @param tls how the connection is encrypted
 * @param username for authentication; empty for none
 * @param passwordFile a file that holds the user's password
 * @param password the same, from the environment
 * @param from sender's address
 * @param caFile PEM certificates to trust instead of the JDK's
 * @param timeout to connect, and between two answers
 */
public record MailConfig(
        @Default("") String host,
        @Default("587") int port,
        @Default("starttls") MailSettings.Tls tls,
        @Default("") String username,
        Optional<Path> passwordFile,
        @EnvironmentOnly Optional<Secret> password,
        @Default("") String from,
        Optional<Path> caFile,
        @Default("30 s") Duration timeout) {

    static final String ADDRESS = "[^\\s@<>,;\"]+@[^\\s@<>,;\"]+";

    public MailConfig {
        requireRange("port", port, 1, 65_535);
        require(
                host.isEmpty() || from.matches(ADDRESS),
                "from",
                "'" + from + "' is not a mail address; mail needs a sender");
        require(
                passwordFile.isEmpty() || password.isEmpty(),
                "passwordFile",
                "a password is given twice, here and in the environment");
        boolean hasPassword = passwordFile.isPresent() || password.isPresent();
        require(username.isEmpty() != hasPassword, "username", "a user name and a password belong together");
        require(
                username.isEmpty() || tls != MailSettings.Tls.NONE,
                "tls",
                "a password is never sent unencrypted; use starttls or implicit");
    }

    /** The password, read from its file where one is named. */
    public Optional<Secret> resolvedPassword() {
        return password.or(() -> passwordFile.map(Secret::firstLine));
    }
}
