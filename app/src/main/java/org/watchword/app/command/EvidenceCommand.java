package org.watchword.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchword evidence}: from a statement to its bytes. */
@Command(
        name = "evidence",
        description =
                "Verify statements down to the captured bytes, pack them for others, and look into the custody log.",
        subcommands = {EvidenceVerifyCommand.class, EvidenceExportCommand.class, CustodyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class EvidenceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? 'watchword evidence verify ID' recomputes every link from a statement to its bytes.");
    }
}
