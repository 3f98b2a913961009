package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchword sources}: what an author of sources needs. */
@Command(name = "sources", description = "Check the sources.", synopsisSubcommandLabel = "COMMAND")
final class SourcesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? 'watchword sources check' validates every source.");
    }

    @Command(
            name = "check",
            description = "Validate the source files without fetching anything, and print a table.",
            footer = "Ends with 1 at the first mistake, naming file, line and column.")
    int check(@Mixin CommonOptions common) {
        SourceCatalog catalog =
                SourceCatalog.load(common.load(Map.of()).ingest().sourcesFolder());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-28s %-9s %-9s %-9s %s%n", "source", "kind", "enabled", "language", "outlet");
        for (Source source : catalog.all()) {
            out.printf(
                    "%-28s %-9s %-9s %-9s %s%n",
                    source.id(),
                    kind(source),
                    source.profile().enabled() ? "yes" : "no",
                    Objects.toString(source.profile().language(), "–"),
                    source.profile().outlet());
        }
        out.printf(
                "%d sources, %d enabled%n",
                catalog.all().size(), catalog.enabled().size());
        out.flush();
        return 0;
    }

    private static String kind(Source source) {
        return source instanceof Source.LinkList
                ? "list"
                : source.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
