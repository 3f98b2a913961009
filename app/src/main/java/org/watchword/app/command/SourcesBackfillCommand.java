package org.watchword.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.IngestConfig;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.FetchRoleFactory;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.collect.Days;
import org.watchword.ingest.collect.LinkDiscovery;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.fleet.RequestBox;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.StateException;
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
            "Where several fetchers share the work (ingest.distribution: kafka) the request goes to Kafka, and whichever of them has the"
                    + " source's host obeys it. Asked again, its lists are read again.",
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
        Walk.Range range;
        try {
            range = new Walk.Range(from, to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (config.ingest().distribution() == IngestConfig.Distribution.KAFKA) {
            askTheGroup(config, web, range);
        } else {
            askTheFolder(common.data(config), web, range);
        }
        if (web.walk().archive().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "The source names no 'archive' addresses: how far back its own lists reach is for its outlet to say.");
        }
        return 0;
    }

    private void askTheFolder(Path data, Source source, Walk.Range range) {
        Path request;
        try {
            request = new BackfillRequests(data).ask(id, range);
        } catch (IOException e) {
            throw new LineException("The request cannot be kept in the data folder: " + e.getMessage(), e);
        }
        say("asked: " + request);
        if (!source.profile().enabled()) {
            spec.commandLine().getErr().println("The source is not enabled: the request waits until it is.");
        }
    }

    /** Whoever serves the source's host reads the request from Kafka; nobody has to know who that is. */
    private void askTheGroup(WatchwordConfig config, Source.Web source, Walk.Range range) {
        if (!source.profile().enabled()) {
            throw new LineException("The source '" + id + "' is not enabled: enable it for the fetchers first.");
        }
        LocalDate today =
                InstantSource.system().instant().atZone(ZoneOffset.UTC).toLocalDate();
        Days days = new Days(range.from(), range.to() == null ? today : range.to());
        String servers = String.join(",", config.kafka().bootstrapServers());
        Map<String, String> client = config.kafka().clientProperties(servers);
        try (RequestBox box =
                new RequestBox(FetchRoleFactory.fleet(config, client, "backfill-request", common.data(config)))) {
            List<Request> requests = LinkDiscovery.requestsBack(source, days);
            box.ask(requests);
            say("asked: " + requests.size() + (requests.size() == 1 ? " list, " : " lists, ") + days.from() + ".."
                    + days.to());
        } catch (DiscoveryException e) {
            throw new LineException(String.valueOf(e.getMessage()), e);
        } catch (KafkaException | StateException e) {
            throw new LineException("Kafka at " + servers + " cannot be asked: " + e.getMessage(), e);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
