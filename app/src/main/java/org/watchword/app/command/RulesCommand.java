package org.watchword.app.command;

import picocli.CommandLine.Command;

/** {@code watchword rules}: what an author of rules needs. */
@Command(
        name = "rules",
        description = "Check the rules, see what they do with a text, and make rules of a list of terms.",
        subcommands = {RulesCheckCommand.class, RulesExplainCommand.class, RulesImportCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand extends CommandGroup {

    RulesCommand() {
        super("'watchword rules check' runs every example.");
    }
}
