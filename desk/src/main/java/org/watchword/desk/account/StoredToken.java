package org.watchword.desk.account;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A token as the file of accounts holds it: what it is worth, and the digest of its secret, which is nowhere kept.
 *
 * @param id by which it is named and taken back
 * @param account whose it is
 * @param role the most that may be done with it, however much its account may
 * @param expires from when it is worth nothing
 * @param sha256 of the secret, in hex; the secret has 256 random bits, so that no slow hash is needed
 */
record StoredToken(String id, String account, Role role, Instant expires, String sha256) implements AccountLine {

    private static final Pattern ID = Pattern.compile("[a-f0-9]{12}");
    private static final Pattern SHA256 = Pattern.compile("[a-f0-9]{64}");

    StoredToken {
        if (!ID.matcher(id).matches() || !SHA256.matcher(sha256).matches() || !StoredUser.isName(account)) {
            throw new IllegalArgumentException("a token is written: token ID ACCOUNT ROLE EXPIRY SHA256");
        }
    }

    @Override
    public String written() {
        return String.join(" ", "token", id, account, role.toString(), expires.toString(), sha256);
    }
}
