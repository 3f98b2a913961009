package org.watchword.desk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final char[] PASSWORD = "four quiet otters dive".toCharArray();

    private final TestingClock clock = new TestingClock();
    private final Path file;
    private final Accounts accounts;

    AccountsTest(@TempDir Path folder) {
        file = folder.resolve("secret/accounts");
        accounts = new Accounts(file, clock);
    }

    @Test
    void whoKnowsThePasswordIsLetInWithItsRole() {
        accounts.add("amal", Role.REVIEWER, Optional.of(PASSWORD));

        assertThat(accounts.byPassword("amal", PASSWORD)).contains(new Account("amal", Role.REVIEWER));
        assertThat(accounts.byPassword("amal", "four quiet otters".toCharArray()))
                .isEmpty();
        assertThat(accounts.byPassword("nobody", PASSWORD)).isEmpty();
        assertThat(accounts.byPassword("nobody", "nobody has this password".toCharArray()))
                .isEmpty();
        assertThat(accounts.users()).containsExactly(new Accounts.User("amal", Role.REVIEWER, true));
    }

    @Test
    void whoHasNoPasswordSignsInWithNone() {
        accounts.add("proxied@ngo.example", Role.READER, Optional.empty());

        assertThat(accounts.byPassword("proxied@ngo.example", new char[0])).isEmpty();
        assertThat(accounts.byPassword("proxied@ngo.example", "nobody has this password".toCharArray()))
                .isEmpty();
        assertThat(accounts.named("proxied@ngo.example")).isPresent();
    }

    @Test
    void changesHoldAtOnceAndRemarksStay() throws IOException {
        accounts.add("amal", Role.READER, Optional.of(PASSWORD));
        Files.writeString(file, Files.readString(file) + "# the one below is on leave\n");
        accounts.add("ines", Role.ADMIN, Optional.of(PASSWORD));

        accounts.setRole("amal", Role.REVIEWER);
        accounts.setPassword("amal", "another four words here".toCharArray());
        assertThat(accounts.byPassword("amal", PASSWORD)).isEmpty();
        assertThat(accounts.byPassword("amal", "another four words here".toCharArray()))
                .contains(new Account("amal", Role.REVIEWER));
        new Accounts(file, clock).remove("ines");
        assertThat(accounts.named("ines")).as("taken out by another process").isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(3).contains("# the one below is on leave");
    }

    @Test
    void aTokenIsWorthItsRoleUntilItExpiresAndIsKeptAsADigestOnly() throws IOException {
        accounts.add("amal", Role.ADMIN, Optional.of(PASSWORD));
        accounts.add("ines", Role.READER, Optional.empty());
        Accounts.NewToken token = accounts.addToken("amal", Role.READER, Duration.ofDays(30));
        Accounts.NewToken wide = accounts.addToken("ines", Role.ADMIN, Duration.ofDays(30));

        assertThat(accounts.byToken(token.secret())).contains(new Account("amal", Role.READER));
        assertThat(accounts.byToken(wide.secret()))
                .as("never more than the account")
                .contains(new Account("ines", Role.READER));
        assertThat(Files.readString(file)).doesNotContain(token.secret().substring(25));
        assertThat(accounts.byToken(token.secret() + "x")).isEmpty();
        assertThat(accounts.byToken("watchword_" + token.token().id() + "_")).isEmpty();
        assertThat(accounts.byToken("")).isEmpty();
        clock.pass(Duration.ofDays(30));
        assertThat(accounts.byToken(token.secret())).as("expired").isEmpty();
    }

    @Test
    void aTokenEndsWithItsAccountOrWhenItIsTakenBack() {
        accounts.add("amal", Role.ADMIN, Optional.of(PASSWORD));
        accounts.add("ines", Role.READER, Optional.of(PASSWORD));
        Accounts.NewToken first = accounts.addToken("amal", Role.READER, Duration.ofDays(30));
        Accounts.NewToken second = accounts.addToken("ines", Role.READER, Duration.ofDays(30));

        accounts.removeToken(first.token().id());
        accounts.remove("ines");
        assertThat(accounts.byToken(first.secret())).isEmpty();
        assertThat(accounts.byToken(second.secret())).isEmpty();
        assertThat(accounts.tokens()).isEmpty();
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        accounts.add("amal", Role.ADMIN, Optional.of(PASSWORD));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        for (String permissions : List.of("rw-r-----", "rw--w----", "rw----r--", "rw-----w-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertThatExceptionOfType(AccountFileException.class)
                    .isThrownBy(new Accounts(file, clock)::requireUsable)
                    .withMessageContaining(file + ": others on this machine can read or write the accounts ("
                            + permissions + "); chmod 600");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user amal chief -                                          | 2: 'chief' is none of: reader, reviewer, admin
            user Amal reader -                                         | 2: 'Amal' is no name for an account
            user amal reader hunter2                                   | 2: not a hash of the form
            user amal reader                                           | 2: expected 'user NAME ROLE HASH'
            token 12 amal reader 2031-01-01T00:00:00Z ff               | 2: a token is written: token ID
            user first reader -                                        | 2: the same name is given twice
            """)
    void aLineThatCannotBeReadIsNamedButNotItsSecret(String line, String problem) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "user first admin -\n" + line + "\n");

        assertThatExceptionOfType(AccountFileException.class)
                .isThrownBy(accounts::requireUsable)
                .withMessageStartingWith(file + ":" + problem)
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amal", "a b", "амал", "-", "a\nuser x admin -", "../x", "a:b"})
    void aNameThatCouldBeTakenForSomethingElseIsRefused(String name) {
        assertThatExceptionOfType(AccountFileException.class)
                .isThrownBy(() -> accounts.add(name, Role.READER, Optional.empty()))
                .withMessageContaining("is no name for an account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "eleven char", "my name is amal"})
    void aPasswordThatIsShortOrTheNameIsRefused(String password) {
        assertThatExceptionOfType(AccountFileException.class)
                .isThrownBy(() -> accounts.add("amal", Role.READER, Optional.of(password.toCharArray())));
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThatExceptionOfType(AccountFileException.class)
                .isThrownBy(accounts::requireUsable)
                .withMessageContaining("watchword users add NAME");
        accounts.add("amal", Role.ADMIN, Optional.empty());
        assertThatExceptionOfType(AccountFileException.class)
                .isThrownBy(() -> accounts.add("amal", Role.READER, Optional.empty()));
        assertThatExceptionOfType(AccountFileException.class).isThrownBy(() -> accounts.remove("ines"));
        assertThatExceptionOfType(AccountFileException.class)
                .isThrownBy(() -> accounts.addToken("ines", Role.READER, Duration.ofDays(1)));
        assertThatExceptionOfType(AccountFileException.class).isThrownBy(() -> accounts.removeToken("000000000000"));
    }
}
