package org.watchword.app.command;

import picocli.CommandLine.Command;

/** {@code watchword evidence}: from a statement to its bytes. */
@Command(
        name = "evidence",
        description =
                "Verify statements down to the captured bytes, pack them for others, and look into the custody log.",
        subcommands = {EvidenceVerifyCommand.class, EvidenceExportCommand.class, CustodyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class EvidenceCommand extends CommandGroup {

    EvidenceCommand() {
        super("'watchword evidence verify ID' recomputes every link from a statement to its bytes.");
    }
}
