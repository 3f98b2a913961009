package org.watchword.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.config.TestingSecret;
import org.watchword.desk.account.Account;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Role;

class UsersCommandTest {

    private final TestingCommand command = new TestingCommand();
    private final Path folder;
    private final Path config;

    UsersCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.config = Files.writeString(folder.resolve("w.yaml"), "auth: {accountsFile: accounts}");
    }

    @Test
    void usersAreAddedListedChangedAndRemoved() throws IOException {
        Path password = TestingSecret.write(folder.resolve("password"), "four quiet otters dive\n");
        Path other = TestingSecret.write(folder.resolve("other"), "another four words here\n");

        assertThat(run("users", "add", "amal", "--role", "reader", "--password-file", password.toString()))
                .isZero();
        assertThat(run("users", "add", "ines@ngo.example", "--role", "ADMIN", "--no-password"))
                .isZero();
        assertThat(run("users", "role", "amal", "reviewer")).isZero();
        assertThat(run("users", "passwd", "amal", "--password-file", other.toString()))
                .isZero();
        assertThat(run("users", "list")).isZero();
        assertThat(command.out().lines())
                .containsExactly("amal\treviewer\tpassword", "ines@ngo.example\tadmin\tno password");
        assertThat(accounts().byPassword("amal", "another four words here".toCharArray()))
                .contains(new Account("amal", Role.REVIEWER));
        assertThat(run("users", "remove", "amal")).isZero();
        assertThat(run("users", "remove", "amal")).isEqualTo(1);
        assertThat(command.err()).isEqualTo("watchword: there is no account 'amal'" + System.lineSeparator());
    }

    @Test
    void aTokenIsPrintedOnceAndTakenBackByItsId() {
        run("users", "add", "amal", "--role", "reviewer", "--no-password");

        assertThat(run("tokens", "add", "amal", "--days", "7")).isZero();
        String secret = command.out().strip();
        assertThat(accounts().byToken(secret)).contains(new Account("amal", Role.READER));
        assertThat(run("tokens", "list")).isZero();
        String[] listed = command.out().strip().split("\t", -1);
        assertThat(listed).hasSize(4).contains("amal", "reader");
        assertThat(secret).contains(listed[0]);
        assertThat(run("tokens", "remove", listed[0])).isZero();
        assertThat(accounts().byToken(secret)).isEmpty();
        assertThat(run("tokens", "add", "amal", "--days", "0")).isEqualTo(2);
        assertThat(run("tokens", "add", "nobody")).isEqualTo(1);
    }

    @Test
    void whatWillNotDoIsSaidInOneSentence() throws IOException {
        Path weak = TestingSecret.write(folder.resolve("weak"), "hunter2\n");

        assertThat(run("users", "add", "amal", "--role", "reader", "--password-file", weak.toString()))
                .isEqualTo(1);
        assertThat(command.err()).contains("12 to 1024 characters").doesNotContain("hunter2", "\tat ");
        assertThat(run("users", "add", "Some One", "--role", "reader", "--no-password"))
                .isEqualTo(1);
        assertThat(run("users", "add", "amal", "--role", "chief", "--no-password"))
                .isEqualTo(2);
        assertThat(run("users", "add", "amal", "--no-password"))
                .as("without a role")
                .isEqualTo(2);
        assertThat(run("users")).isEqualTo(2);
        Files.writeString(config, "");
        assertThat(run("users", "list")).isEqualTo(1);
        assertThat(command.err()).contains("auth.accountsFile names no file");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        return command.run(all.toArray(String[]::new));
    }

    private Accounts accounts() {
        return new Accounts(folder.resolve("accounts"), InstantSource.system());
    }
}
