package org.watchword.desk.access;

import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.account.Account;

/**
 * Who sends a request, as far as it is known.
 *
 * @param account empty when nobody is signed in
 * @param via how that is known
 * @param session of the session, else empty
 * @param from network address
 */
record Identity(Optional<Account> account, Via via, String session, String from) {

    /** @param from network address */
    static Identity nobody(String from) {
        return new Identity(Optional.empty(), Via.NONE, "", from);
    }

    /** How somebody is known. */
    enum Via {
        LOCAL,
        SESSION,
        TOKEN,
        PROXY,
        /** Not at all. */
        NONE,
        /** By a token that is worth nothing. */
        BAD_TOKEN;

        @Override
        public String toString() {
            return this == NONE || this == BAD_TOKEN ? "-" : name().toLowerCase(Locale.ROOT);
        }
    }
}
