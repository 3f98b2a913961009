package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.IngestConfig;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.source.Walk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword sources backfill}: asks for the pages of days that are past. */
@Command(
        name = "backfill",
        description = "Ask for what a source published on days of the past.",
        footer = {
            "Fetches nothing itself: the request lies in the data folder, and whoever fetches with that folder obeys it, at once or"
                    + " when it next runs, at the pace the host allows. Asking again for the same days does nothing.",
            "The pages are looked for in the source's 'archive' addresses, else in its lists, followed back."
        })
final class SourcesBackfillCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CommonOptions common;

    @Parameters(arity = "1", paramLabel = "ID", description = "the source")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "first day, such as 2024-01-01")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "last day; default: today, whenever the request is obeyed")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        WatchwordConfig config = common.load(Map.of());
        Source source =
                SourcesCommand.named(spec, SourceCatalog.load(config.ingest().sourcesFolder()), id);
        if (!(source instanceof Source.Web web) || source instanceof Source.Urls) {
            throw new ParameterException(
                    spec.commandLine(), "The source '" + id + "' is read whole: it has no lists to be followed back.");
        }
        if (config.ingest().distribution() == IngestConfig.Distribution.KAFKA) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Several fetchers share the work (ingest.distribution: kafka), and any of them may have this source: ask in"
                            + " its file instead, with 'backfill: " + from + ".." + (to == null ? "" : to)
                            + "', and start them again.");
        }
        Path request;
        try {
            request = new BackfillRequests(common.data(config)).ask(id, new Walk.Range(from, to));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new LineException("The request cannot be kept in the data folder: " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("asked: %s%n", request);
        out.flush();
        if (!source.profile().enabled()) {
            spec.commandLine().getErr().println("The source is not enabled: the request waits until it is.");
        }
        if (web.walk().archive().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "The source names no 'archive' addresses: how far back its own lists reach is for its outlet to say.");
        }
        return 0;
    }
}
