package org.watchword.desk.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All accounts and tokens at one moment. Immutable. */
final class AccountBook {

    private final List<AccountLine> lines;
    private final Map<String, StoredUser> users = new HashMap<>();
    private final Map<String, StoredToken> tokens = new HashMap<>();

    /** @throws AccountFileException when a name or an id is there twice; names the line */
    AccountBook(String file, List<AccountLine> lines) {
        this.lines = List.copyOf(lines);
        for (int i = 0; i < lines.size(); i++) {
            boolean twice = false;
            if (lines.get(i) instanceof StoredUser user) {
                twice = users.put(user.name(), user) != null;
            } else if (lines.get(i) instanceof StoredToken token) {
                twice = tokens.put(token.id(), token) != null;
            }
            if (twice) {
                throw new AccountFileException(file + ":" + (i + 1) + ": the same name is given twice");
            }
        }
    }

    static AccountBook parse(String file, List<String> text) {
        List<AccountLine> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            try {
                lines.add(AccountLine.parse(text.get(i)));
            } catch (IllegalArgumentException e) {
                throw new AccountFileException(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        return new AccountBook(file, lines);
    }

    List<String> written() {
        return lines.stream().map(AccountLine::written).toList();
    }

    Optional<StoredUser> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    Optional<StoredToken> token(String id) {
        return Optional.ofNullable(tokens.get(id));
    }

    /** In the order of the file. */
    List<StoredUser> users() {
        return all(StoredUser.class).toList();
    }

    /** In the order of the file. */
    List<StoredToken> tokens() {
        return all(StoredToken.class).toList();
    }

    /** In place of the line with the same name, or at the end. */
    List<AccountLine> with(AccountLine line, Predicate<AccountLine> same) {
        List<AccountLine> result = new ArrayList<>(lines);
        for (int i = 0; i < result.size(); i++) {
            if (same.test(result.get(i))) {
                result.set(i, line);
                return result;
            }
        }
        result.add(line);
        return result;
    }

    List<AccountLine> without(Predicate<AccountLine> gone) {
        return lines.stream().filter(gone.negate()).toList();
    }

    private <T extends AccountLine> Stream<T> all(Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }
}
