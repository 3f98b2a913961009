package org.watchword.desk.account;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.watchword.model.ContentHash;

/**
 * The accounts of a desk: who they are, and who proves to be one of them. Kept in one file, see {@code docs/accounts.md}. Thread-safe.
 */
public final class Accounts {

    /** Begins every token, so that one that leaked is recognised for what it is. */
    public static final String TOKEN_PREFIX = "watchword_";

    /** Passwords are at least this long; no other rule is made of them (NIST SP 800-63B, 3.1.1.2). */
    public static final int MIN_PASSWORD = 12;

    private static final int MAX_PASSWORD = 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountFile file;
    private final InstantSource clock;
    /** What a password is compared with when there is no such user, so that the answer takes as long. */
    private final PasswordHash nobody = PasswordHash.of("nobody has this password".toCharArray());

    /** A user for those who look after them. */
    public record User(String name, Role role, boolean hasPassword) {}

    /** A token for those who look after them. */
    public record Token(String id, String account, Role role, Instant expires) {}

    /**
     * What is shown once.
     *
     * @param secret all that is needed to use it
     */
    public record NewToken(Token token, String secret) {}

    public Accounts(Path file, InstantSource clock) {
        this.file = new AccountFile(file);
        this.clock = clock;
    }

    /** Whether somebody may be called so. */
    public static boolean isName(String name) {
        return StoredUser.isName(name);
    }

    /** @throws AccountFileException when the file cannot be used */
    public void requireUsable() {
        if (file.book().users().isEmpty()) {
            throw new AccountFileException(
                    "there is no account yet; 'watchword users add NAME --role admin' makes one");
        }
    }

    public Optional<Account> named(String name) {
        return file.book().user(name).map(StoredUser::account);
    }

    /** Changes whenever the password or the role does: who signed in before signs in again. Empty when there is no such user. */
    public Optional<String> state(String name) {
        return file.book().user(name).map(StoredUser::written);
    }

    /** The user with this name and password; takes as long when there is none. */
    public Optional<Account> byPassword(String name, char[] password) {
        Optional<StoredUser> user = file.book().user(name);
        PasswordHash expected = user.flatMap(StoredUser::password).orElse(nobody);
        boolean matches = password.length <= MAX_PASSWORD && expected.matches(password);
        return matches && expected != nobody ? user.map(StoredUser::account) : Optional.empty();
    }

    /** The account that a token stands for, with the lesser of both roles; empty when it is unknown, expired or its account is gone. */
    public Optional<Account> byToken(String secret) {
        if (!secret.startsWith(TOKEN_PREFIX) || secret.length() > 200) {
            return Optional.empty();
        }
        String[] parts = secret.substring(TOKEN_PREFIX.length()).split("_", 2);
        if (parts.length != 2) {
            return Optional.empty();
        }
        AccountBook book = file.book();
        return book.token(parts[0])
                .filter(token -> MessageDigest.isEqual(
                        token.sha256().getBytes(StandardCharsets.US_ASCII),
                        digest(secret).getBytes(StandardCharsets.US_ASCII)))
                .filter(token -> token.expires().isAfter(clock.instant()))
                .flatMap(token -> book.user(token.account())
                        .map(user -> new Account(
                                user.name(), token.role().covers(user.role()) ? user.role() : token.role())));
    }

    /** In the order they were made. */
    public List<User> users() {
        return file.book().users().stream()
                .map(user -> new User(user.name(), user.role(), user.password().isPresent()))
                .toList();
    }

    /** In the order they were made, expired ones too. */
    public List<Token> tokens() {
        return file.book().tokens().stream().map(Accounts::shown).toList();
    }

    /**
     * @param password empty for a user who is known by a proxy or by tokens only
     * @throws AccountFileException when there is such a user, or the name or password will not do
     */
    public void add(String name, Role role, Optional<char[]> password) {
        StoredUser user = user(name, role, password);
        file.change(book -> {
            if (book.user(name).isPresent()) {
                throw new AccountFileException("there is an account '" + name + "' already");
            }
            return book.with(user, line -> false);
        });
    }

    /** Sets another password. The role stays. */
    public void setPassword(String name, char[] password) {
        Optional<PasswordHash> hash = Optional.of(hash(name, password));
        file.change(
                book -> book.with(new StoredUser(name, existing(book, name).role(), hash), line -> isUser(line, name)));
    }

    public void setRole(String name, Role role) {
        file.change(book ->
                book.with(new StoredUser(name, role, existing(book, name).password()), line -> isUser(line, name)));
    }

    /** Takes a user and all its tokens out. */
    public void remove(String name) {
        file.change(book -> {
            existing(book, name);
            return book.without(line -> isUser(line, name)
                    || (line instanceof StoredToken t && t.account().equals(name)));
        });
    }

    /** Makes a token; its secret is nowhere kept. */
    public NewToken addToken(String account, Role role, Duration lifetime) {
        byte[] id = new byte[6];
        byte[] random = new byte[32];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(random);
        String name = HexFormat.of().formatHex(id);
        String secret = TOKEN_PREFIX
                + name
                + '_'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        StoredToken token = new StoredToken(name, account, role, clock.instant().plus(lifetime), digest(secret));
        file.change(book -> {
            existing(book, account);
            return book.with(token, line -> false);
        });
        return new NewToken(shown(token), secret);
    }

    public void removeToken(String id) {
        file.change(book -> {
            if (book.token(id).isEmpty()) {
                throw new AccountFileException("there is no token '" + id + "'");
            }
            return book.without(line -> line instanceof StoredToken t && t.id().equals(id));
        });
    }

    private static StoredUser user(String name, Role role, Optional<char[]> password) {
        try {
            return new StoredUser(name, role, password.map(p -> hash(name, p)));
        } catch (IllegalArgumentException e) {
            throw new AccountFileException(String.valueOf(e.getMessage()));
        }
    }

    private static PasswordHash hash(String name, char[] password) {
        if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
            throw new AccountFileException(
                    "a password has " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters; four words do");
        }
        if (new String(password).toLowerCase(java.util.Locale.ROOT).contains(name) && name.length() > 3) {
            throw new AccountFileException("the password must not contain the account's name");
        }
        return PasswordHash.of(password);
    }

    private static StoredUser existing(AccountBook book, String name) {
        return book.user(name).orElseThrow(() -> new AccountFileException("there is no account '" + name + "'"));
    }

    private static boolean isUser(AccountLine line, String name) {
        return line instanceof StoredUser user && user.name().equals(name);
    }

    private static Token shown(StoredToken token) {
        return new Token(token.id(), token.account(), token.role(), token.expires());
    }

    private static String digest(String secret) {
        return ContentHash.sha256Hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
