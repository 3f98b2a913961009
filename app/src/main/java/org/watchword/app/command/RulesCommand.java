package org.watchword.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchword rules}: what an author of rules needs. */
@Command(
        name = "rules",
        description = "Check the rules, see what they do with a text, and make rules of a list of terms.",
        subcommands = {RulesCheckCommand.class, RulesExplainCommand.class, RulesImportCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? 'watchword rules check' runs every example.");
    }
}
