package org.watchword.app.command;

import picocli.CommandLine.Command;

/** {@code watchword reviews}: what people decided. */
@Command(
        name = "reviews",
        description = "What people decided about statements.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ReviewsExportCommand.class)
final class ReviewsCommand extends CommandGroup {

    ReviewsCommand() {
        super("'watchword reviews export' prints every decision.");
    }
}
