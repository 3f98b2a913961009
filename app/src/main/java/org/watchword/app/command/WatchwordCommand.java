package org.watchword.app.command;

import picocli.CommandLine.Command;

/** {@code watchword}: nothing by itself. */
@Command(
        name = "watchword",
        description = "Proves what was said: from public speeches and news to flagged statements with their evidence.",
        mixinStandardHelpOptions = true,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            RunCommand.class,
            StatusCommand.class,
            SearchCommand.class,
            SearchesCommand.class,
            DigestCommand.class,
            TimelineCommand.class,
            ReviewsCommand.class,
            ReplayCommand.class,
            ExtractCommand.class,
            AnnotateCommand.class,
            RulesCommand.class,
            SourcesCommand.class,
            ArchiveCommand.class,
            EvidenceCommand.class,
            DeadLettersCommand.class,
            UsersCommand.class,
            TokensCommand.class,
            IndexCommand.class
        })
public final class WatchwordCommand extends CommandGroup {

    public WatchwordCommand() {
        super("'watchword demo' shows everything on a sample.");
    }
}
