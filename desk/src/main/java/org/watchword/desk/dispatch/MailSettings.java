package org.watchword.desk.dispatch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The server that takes mail.
 *
 * @param host its name, as its certificate gives it
 * @param port 587 for {@link Tls#STARTTLS}, 465 for {@link Tls#IMPLICIT} as a rule
 * @param tls how the connection is encrypted
 * @param username for authentication; empty for none
 * @param password for authentication
 * @param from sender's address
 * @param trust certificates to trust instead of the platform's
 * @param timeout to connect, and between two answers
 */
public record MailSettings(
        String host,
        int port,
        Tls tls,
        String username,
        Optional<String> password,
        String from,
        Optional<SSLContext> trust,
        Duration timeout) {

    /** How a connection is encrypted. */
    public enum Tls {
        /** Begun in the clear and then encrypted, RFC 3207; a server that does not offer it gets nothing. */
        STARTTLS,
        /** From the first byte, RFC 8314. */
        IMPLICIT,
        /** Not at all: for a relay on this machine. No password is sent. */
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return host + ':' + port + " (" + tls + ')';
    }
}
