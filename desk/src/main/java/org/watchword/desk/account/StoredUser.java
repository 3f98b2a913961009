package org.watchword.desk.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user as the file of accounts holds it.
 *
 * @param password absent when the user cannot sign in by one: known by a proxy in front of the desk, or by tokens only
 */
record StoredUser(String name, Role role, Optional<PasswordHash> password) implements AccountLine {

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?");

    static final String NAMES =
            "1 to 64 small letters a-z, digits, '.', '_', '-' and '@', letters or digits at the ends";

    StoredUser {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name for an account: " + NAMES);
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    Account account() {
        return new Account(name, role);
    }

    @Override
    public String written() {
        return "user " + name + ' ' + role + ' '
                + password.map(PasswordHash::toString).orElse("-");
    }
}
