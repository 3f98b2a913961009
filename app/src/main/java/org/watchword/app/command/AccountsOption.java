package org.watchword.app.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.watchword.app.line.LineException;
import org.watchword.desk.account.Accounts;
import picocli.CommandLine.Mixin;

/** The accounts of the configured file. */
final class AccountsOption {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    Accounts open() {
        Path file = common.load(Map.of())
                .auth()
                .accountsFile()
                .orElseThrow(() -> new LineException(
                        "auth.accountsFile names no file for the accounts; set it in config/watchword.yaml first."));
        return new Accounts(file, InstantSource.system());
    }
}
