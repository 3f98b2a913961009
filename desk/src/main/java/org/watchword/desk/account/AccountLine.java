package org.watchword.desk.account;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/** One line of the file of accounts. */
sealed interface AccountLine permits StoredUser, StoredToken, AccountLine.Remark {

    /** As it stands in the file. */
    String written();

    /** A comment or an empty line. */
    record Remark(String written) implements AccountLine {}

    /** @throws IllegalArgumentException saying what is wrong; it never repeats a hash */
    static AccountLine parse(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return new Remark(line);
        }
        String[] words = line.strip().split("\\s+", -1);
        if (words[0].equals("user") && words.length == 4) {
            return new StoredUser(
                    words[1],
                    role(words[2]),
                    words[3].equals("-") ? Optional.empty() : Optional.of(PasswordHash.parse(words[3])));
        }
        if (words[0].equals("token") && words.length == 6) {
            return new StoredToken(words[1], words[2], role(words[3]), instant(words[4]), words[5]);
        }
        throw new IllegalArgumentException(
                "expected 'user NAME ROLE HASH', 'token ID ACCOUNT ROLE EXPIRY SHA256' or a line that begins with #");
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of: reader, reviewer, admin"));
    }

    private static Instant instant(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + word + "' is not a time such as 2031-05-01T00:00:00Z", e);
        }
    }
}
