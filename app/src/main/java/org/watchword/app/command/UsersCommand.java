package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.Optional;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchword users}: who may come to the search page. */
@Command(
        name = "users",
        description = "Add, list, change and remove the accounts of the search page (auth.accountsFile).",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "A change holds at once: who is removed, or whose role or password is changed, is signed out."})
final class UsersCommand extends CommandGroup {

    UsersCommand() {
        super("'watchword users list' shows who there is, 'watchword users add NAME --role reader' adds one.");
    }

    @Command(name = "add", description = "Add an account.")
    int add(
            @Mixin AccountsOption file,
            @Mixin PasswordOption password,
            @Parameters(paramLabel = "NAME", description = "small letters, digits, '.', '_', '-', '@'") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "reader: search and export; reviewer: decide about flags; admin: everything")
                    Role role,
            @Option(names = "--no-password", description = "for somebody whom a proxy knows, or who uses tokens only")
                    boolean none) {
        Accounts accounts = file.open();
        accounts.add(name, role, none ? Optional.empty() : Optional.of(password.read(name)));
        return said(name + " added as " + role);
    }

    @Command(name = "passwd", description = "Set another password.")
    int passwd(
            @Mixin AccountsOption file,
            @Mixin PasswordOption password,
            @Parameters(paramLabel = "NAME", description = "whose") String name) {
        file.open().setPassword(name, password.read(name));
        return said(name + " has another password");
    }

    @Command(name = "role", description = "Set another role.")
    int role(
            @Mixin AccountsOption file,
            @Parameters(index = "0", paramLabel = "NAME", description = "whose") String name,
            @Parameters(index = "1", paramLabel = "ROLE", description = "reader, reviewer or admin") Role role) {
        file.open().setRole(name, role);
        return said(name + " is " + role);
    }

    @Command(name = "remove", description = "Remove an account with its tokens. Its name stays on what it decided.")
    int remove(@Mixin AccountsOption file, @Parameters(paramLabel = "NAME", description = "whose") String name) {
        file.open().remove(name);
        return said(name + " removed");
    }

    @Command(name = "list", description = "Print name, role and whether there is a password.")
    int list(@Mixin AccountsOption file) {
        PrintWriter out = spec.commandLine().getOut();
        file.open()
                .users()
                .forEach(user -> out.println(String.join(
                        "\t", user.name(), user.role().toString(), user.hasPassword() ? "password" : "no password")));
        out.flush();
        return 0;
    }

    private int said(String what) {
        spec.commandLine().getErr().println(what);
        return 0;
    }
}
