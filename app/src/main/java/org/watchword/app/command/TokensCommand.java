package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import org.watchword.desk.account.Accounts;
import org.watchword.desk.account.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code watchword tokens}: what programs call the JSON API with. */
@Command(
        name = "tokens",
        description = "Make, list and take back tokens for programs that call the JSON API.",
        synopsisSubcommandLabel = "COMMAND")
final class TokensCommand extends CommandGroup {

    private static final int LONGEST_DAYS = 366;

    TokensCommand() {
        super("'watchword tokens add NAME' makes one.");
    }

    @Command(
            name = "add",
            description = "Make a token for an account and print it. It is shown once, and nowhere kept.",
            footer = {"", "A program sends it as  Authorization: Bearer TOKEN"})
    int add(
            @Mixin AccountsOption file,
            @Parameters(paramLabel = "ACCOUNT", description = "in whose name it calls") String account,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "reader",
                            description = "the most it may do; never more than its account (default: ${DEFAULT-VALUE})")
                    Role role,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "90",
                            description = "after which it is worth nothing, 1 to 366 (default: ${DEFAULT-VALUE})")
                    int days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new ParameterException(spec.commandLine(), "--days " + days + ": 1 to " + LONGEST_DAYS + " expected");
        }
        Accounts.NewToken made = file.open().addToken(account, role, Duration.ofDays(days));
        PrintWriter out = spec.commandLine().getOut();
        out.println(made.secret());
        out.flush();
        spec.commandLine()
                .getErr()
                .println("token " + made.token().id() + " of " + account + ", " + role + " until "
                        + made.token().expires());
        return 0;
    }

    @Command(name = "list", description = "Print id, account, role and when it expires.")
    int list(@Mixin AccountsOption file) {
        PrintWriter out = spec.commandLine().getOut();
        file.open()
                .tokens()
                .forEach(token -> out.println(String.join(
                        "\t",
                        token.id(),
                        token.account(),
                        token.role().toString(),
                        token.expires().toString())));
        out.flush();
        return 0;
    }

    @Command(name = "remove", description = "Take a token back; it is worth nothing from then on.")
    int remove(
            @Mixin AccountsOption file, @Parameters(paramLabel = "ID", description = "as list prints it") String id) {
        file.open().removeToken(id);
        spec.commandLine().getErr().println("token " + id + " removed");
        return 0;
    }
}
