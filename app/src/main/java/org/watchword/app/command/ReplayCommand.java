package org.watchword.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.replay.Replay;
import org.watchword.app.replay.ReplayRange;
import org.watchword.app.role.Custody;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.role.SharedModels;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.DateBound;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.IndexGenerations;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.collect.Reextraction;
import org.watchword.ingest.custody.CustodyEvent;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.ContentHash;
import org.watchword.model.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchword replay}: the past analysed anew. */
@Command(
        name = "replay",
        description = "Analyse what was captured anew, beside the running line, and have the result serve.",
        footer = {
            "",
            "What was captured outside the range is taken over as it is. While it runs, searches go on in the old index; the new one",
            "takes its place in one step, when all is in. Stopped and started again with the same options, it goes on where it was.",
            "The report, replay.html and replay.csv, tells which flags appeared, vanished or changed. What earlier replays have left",
            "is listed and deleted by 'watchword replay generations'."
        },
        subcommands = ReplayGenerationsCommand.class)
final class ReplayCommand implements Callable<Integer> {

    private static final int HASH = 8;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "captured on or after this year, month, day or instant; must be given")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "captured up to this year, month or day")
    private @Nullable String until;

    @Option(names = "--rules", paramLabel = "DIR", description = "rule packs; default: those of the settings")
    private @Nullable Path rules;

    @Option(
            names = "--lexicons",
            split = ",",
            paramLabel = "DIR",
            description = "folders with word lists; default: those of the settings")
    private List<Path> lexicons = List.of();

    @Option(names = "--extract", description = "read the pages anew from the archive, too")
    private boolean extract;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            description = "pages a second at the most; default: 20")
    private int rate;

    @Option(names = "--no-switch", description = "only compare: the old index goes on serving")
    private boolean noSwitch;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "where the report goes; default: replay in the data folder")
    private @Nullable Path output;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rate < 1 || rate > 10_000) {
            throw new ParameterException(spec.commandLine(), "--rate must be 1 to 10000, not " + rate);
        }
        if (since == null) {
            throw new ParameterException(spec.commandLine(), "From when on? --since 1900 is everything.");
        }
        requireFolders();
        ReplayRange range = new ReplayRange(
                bound("--since", since).start(),
                until == null ? Replay.FOREVER : bound("--until", until).end(),
                extract,
                rate);
        WatchwordConfig line = common.loadForData(Map.of());
        Path data = common.data(line);
        List<URI> elasticsearch = Servers.elasticsearch(line, data);
        Map<String, String> kafka = line.kafka().clientProperties(Servers.kafka(line, data));
        WatchwordConfig config = common.loadForData(overrides(line, name(line, elasticsearch, range)));
        String mark = config.kafka().topicPrefix();
        Path folder = data.resolve("replay").resolve(mark);
        Reextraction reextraction = new Reextraction(
                new ArchiveFolder(data.resolve("archive")),
                new HtmlExtractor(),
                SourceCatalog.load(line.ingest().sourcesFolder()));
        UnaryOperator<Document> reading = extract ? reextraction::again : UnaryOperator.identity();
        Replay replay = new Replay(
                config,
                line.kafka().topicPrefix(),
                line.elasticsearch().indexPrefix(),
                folder,
                kafka,
                elasticsearch,
                new SharedModels(),
                reading,
                InstantSource.system(),
                spec.commandLine().getErr()::println);
        Path report = output == null ? folder : output;
        ReplayFacts facts = ReplayFacts.of(config.analyze(), line.custody(), data);
        if (rules == null && lexicons.isEmpty()) {
            facts.doubt().ifPresent(spec.commandLine().getErr()::println);
        }
        Replay.Outcome outcome = replay.run(range, report, facts.told(range), !noSwitch);
        enter(line, data, config, facts, report, outcome);
        reextraction.outcomes().forEach((how, n) -> spec.commandLine().getErr().println(how + ": " + n));
        spec.commandLine()
                .getOut()
                .println(outcome.changes() + " flags appeared, vanished or changed: " + report.resolve("replay.html"));
        if (!noSwitch) {
            spec.commandLine()
                    .getErr()
                    .println("The new index serves. The old ones are left: "
                            + String.join(", ", outcome.replaced())
                            + (rules == null
                                    ? ""
                                    : "; set analyze.rulesFolder to " + rules + " for what is captured from now on"));
        }
        return 0;
    }

    private DateBound bound(String option, String written) {
        try {
            return DateBound.parse(option, written);
        } catch (BadParameterException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** What the same options over the same index have in common, and others have not. */
    private String name(WatchwordConfig line, List<URI> elasticsearch, ReplayRange range) throws IOException {
        try (ElasticsearchConnection connection = ElasticsearchAccess.open(line.elasticsearch(), elasticsearch)) {
            int number = new IndexGenerations(connection).number();
            if (number == 0) {
                throw new LineException("Nothing was indexed yet: there is no past to do anew.");
            }
            WatchwordConfig changed = common.loadForData(overrides(line, ""));
            String options = range.since() + "\n" + range.until() + "\n" + extract + "\n"
                    + Custody.analysisDigest(changed.analyze());
            return "g" + (number + 1) + "-" + ContentHash.sha256Hex(options).substring(0, HASH) + "-";
        }
    }

    /** A folder that is not there must not be taken for one without rules. */
    private void requireFolders() {
        Stream.concat(Stream.ofNullable(rules), lexicons.stream())
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new ParameterException(spec.commandLine(), folder + " is no folder.");
                });
    }

    private void enter(
            WatchwordConfig line,
            Path data,
            WatchwordConfig config,
            ReplayFacts facts,
            Path report,
            Replay.Outcome outcome)
            throws IOException {
        if (!line.custody().enabled() || !Files.isDirectory(data.resolve("archive"))) {
            return;
        }
        TreeMap<String, String> detail = new TreeMap<>();
        detail.put("generation", config.elasticsearch().indexPrefix());
        detail.put("since", String.valueOf(since));
        if (until != null) {
            detail.put("until", until);
        }
        detail.put("extract", Boolean.toString(extract));
        detail.put("rules", facts.digest());
        detail.put("program", Custody.program());
        detail.put("changes", Long.toString(outcome.changes()));
        detail.put("report", FileDigest.of(report.resolve("replay.csv")));
        detail.put("serves", Boolean.toString(!noSwitch));
        Custody.log(line.custody(), data, InstantSource.system()).append(CustodyEvent.REPLAY, detail);
    }

    private Map<String, String> overrides(WatchwordConfig line, String name) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("WATCHWORD_KAFKA_TOPIC_PREFIX", line.kafka().topicPrefix() + name);
        overrides.put(
                "WATCHWORD_ELASTICSEARCH_INDEX_PREFIX", line.elasticsearch().indexPrefix() + name);
        overrides.put("WATCHWORD_ANALYZE_RULES_RELOAD", "0 s");
        // Its folder holds no evidence; that it ran is entered in the log of the line.
        overrides.put("WATCHWORD_CUSTODY_ENABLED", "false");
        if (!lexicons.isEmpty()) {
            overrides.put(
                    "WATCHWORD_ANALYZE_LEXICONS_FOLDERS",
                    lexicons.stream()
                            .map(folder -> folder.toAbsolutePath().normalize().toString())
                            .collect(Collectors.joining(",")));
        }
        if (rules != null) {
            overrides.put(
                    "WATCHWORD_ANALYZE_RULES_FOLDER",
                    rules.toAbsolutePath().normalize().toString());
        }
        return overrides;
    }
}
