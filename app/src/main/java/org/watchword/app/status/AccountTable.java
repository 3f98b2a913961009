package org.watchword.app.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An {@link Account} as a table for a terminal. */
public final class AccountTable {

    private AccountTable() {}

    /** The table, lines ended by {@code \n}. */
    public static String of(Account account) {
        List<String> lines = new ArrayList<>();
        lines.add(row("stage", "ended as", "documents"));
        for (Account.Stage stage : account.stages()) {
            lines.add(row(stage.stage(), "in", number(stage.in())));
            stage.out().forEach((status, count) -> lines.add(row("", "  " + status.replace(":", ": "), number(count))));
        }
        lines.add("");
        for (Account.Check check : account.checks()) {
            lines.add(
                    switch (check.verdict()) {
                        case HOLDS -> "ok        " + check.name() + ": " + number(check.found());
                        case UNDER_WAY ->
                            "under way " + check.name() + ": " + number(check.found()) + " of "
                                    + number(check.expected());
                        case FAILS ->
                            "WRONG     " + check.name() + ": " + number(check.found()) + " instead of "
                                    + number(check.expected());
                    });
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String stage, String status, String count) {
        return String.format(Locale.ROOT, "%-8s  %-40s %12s", stage, status, count);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
