package org.watchword.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.nlp.ModelDigests;
import org.watchword.analyze.nlp.NlpModels;
import org.watchword.analyze.nlp.WordLemmas;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.LineException;
import org.watchword.app.role.Custody;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.role.LexiconGroupNames;
import org.watchword.app.status.KnownCoverage;
import org.watchword.desk.request.BadParameterException;
import org.watchword.desk.request.DateBound;
import org.watchword.desk.request.SearchAddress;
import org.watchword.desk.request.SearchParameters;
import org.watchword.desk.request.SearchRequest;
import org.watchword.desk.timeline.Column;
import org.watchword.desk.timeline.Links;
import org.watchword.desk.timeline.MethodNote;
import org.watchword.desk.timeline.Timeline;
import org.watchword.desk.timeline.TimelineCollector;
import org.watchword.desk.timeline.TimelineFormat;
import org.watchword.desk.timeline.TimelineRequest;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.ElasticsearchStatementStreams;
import org.watchword.index.SavedSearch;
import org.watchword.ingest.custody.CustodyEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword timeline}: quotes in time order, to be taken away. */
@Command(
        name = "timeline",
        description = "Export the statements of a person, about a group, or of any search, in time order.",
        footer = {
            "",
            "Words are looked for as in 'watchword search'; several values of one option, separated by commas, are alternatives.",
            "The same statements give the same bytes. How they were found stands in the export, or in FILE.method.json beside it.",
            "An export that was interrupted is taken up by --resume. Formats and columns: docs/timeline.md."
        })
final class TimelineCommand implements Callable<Integer> {

    private static final int TOLD_EVERY = 5_000;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "words to look for; nothing finds everything")
    private List<String> words = List.of();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = "--saved",
            paramLabel = "NAME",
            description = "a search that is kept on the desk; words and options given besides replace its own")
    private @Nullable String saved;

    @Option(names = "--collapse", description = "of the same words in copies of one text, keep the earliest")
    private boolean collapse;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "CSV",
            description = "${COMPLETION-CANDIDATES}; default: csv")
    private TimelineFormat format = TimelineFormat.CSV;

    @Option(
            names = "--columns",
            paramLabel = "LIST",
            description = "columns of a table (csv, xlsx), separated by commas; default: all")
    private @Nullable String columns;

    @Option(names = "--title", paramLabel = "TEXT", description = "title of the timeline")
    private @Nullable String title;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "where readers reach the search page, for permalinks; default: this machine's")
    private @Nullable String baseUrl;

    @Option(names = "--output", paramLabel = "FILE", description = "default: standard output")
    private @Nullable Path output;

    @Option(
            names = "--resume",
            description = "with --output: take up an export of the same search that was interrupted")
    private boolean resume;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (resume && output == null) {
            throw new ParameterException(
                    spec.commandLine(), "--resume needs --output: there is nothing else to take up.");
        }
        WatchwordConfig config = common.loadForData(Map.of());
        Path data = common.data(config);
        // Before any server is asked, so that a mistake is told at once.
        TimelineRequest typed = request(config, typed());
        if (output != null) {
            OutputFile.requireFolder(output);
        }
        try (ElasticsearchConnection connection =
                ElasticsearchAccess.open(config.elasticsearch(), Servers.elasticsearch(config, data))) {
            TimelineRequest request = saved == null ? typed : request(config, kept(saved, connection));
            WordLemmas lemmas = new WordLemmas(NlpModels.load());
            TimelineCollector collector = new TimelineCollector(
                    new ElasticsearchStatementStreams(connection, lemmas::lemma),
                    new ElasticsearchStatementIndex(connection, lemmas::lemma));
            KnownCoverage coverage = KnownCoverage.read(config, data);
            coverage.problem().ifPresent(why -> err().println("the method note tells no days of sources: " + why));
            Path target = output;
            if (target == null) {
                print(collector, request, coverage);
            } else {
                String sha256 = write(collector, request, coverage, target);
                enter(config, data, request, target, sha256);
            }
            return 0;
        } catch (IOException e) {
            throw new LineException("The timeline cannot be written: " + e.getMessage(), e);
        }
    }

    private TimelineRequest request(WatchwordConfig config, SearchRequest search) {
        Map<String, String> asked = asked(search);
        try {
            String name = title;
            if (name == null) {
                name = asked.isEmpty() ? "Every statement" : "Statements: " + String.join(", ", asked.values());
            }
            return new TimelineRequest(
                    name,
                    search.collapsed(false).toQuery(),
                    asked,
                    search.collapse(),
                    format.wantsAnchors(),
                    columns == null ? Column.all() : Column.parse(columns),
                    new Links(Objects.requireNonNullElse(
                            baseUrl, "http://localhost:" + config.desk().port())),
                    Custody.program(),
                    ModelDigests.lines(),
                    new LexiconGroupNames(config.analyze().lexiconsFolders()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Objects.toString(e.getMessage(), ""), e);
        }
    }

    private Map<String, String> asked(SearchRequest search) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (saved != null) {
            asked.put("saved search", saved);
        }
        if (!search.text().isEmpty()) {
            asked.put("query", search.text());
        }
        search.filters().forEach((facet, values) -> {
            if (!values.isEmpty()) {
                asked.put(facet.parameter(), String.join(", ", values));
            }
        });
        DateBound from = search.from();
        if (from != null) {
            asked.put("from", from.written());
        }
        DateBound to = search.to();
        if (to != null) {
            asked.put("to", to.written());
        }
        if (search.collapse()) {
            asked.put("collapse", "copies of one text");
        }
        return asked;
    }

    private SearchRequest typed() {
        Map<String, List<String>> parameters = new TreeMap<>();
        filters.given().forEach((name, value) -> parameters.put(name, List.of(value)));
        parameters.put("q", List.of(String.join(" ", words)));
        try {
            return SearchParameters.parse(parameters).collapsed(collapse);
        } catch (BadParameterException e) {
            throw new ParameterException(spec.commandLine(), Objects.toString(e.getMessage(), ""), e);
        }
    }

    private SearchRequest kept(String name, ElasticsearchConnection connection) {
        SavedSearch search = new ElasticsearchSavedSearches(connection)
                .named(name)
                .orElseThrow(() -> new LineException(
                        "There is no saved search '" + name + "'; 'watchword searches list' tells which there are."));
        try {
            return SearchAddress.read(search.parameters()).replacedBy(typed());
        } catch (BadParameterException e) {
            throw new LineException("The saved search '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private void print(TimelineCollector collector, TimelineRequest request, KnownCoverage coverage)
            throws IOException {
        Path rows = Files.createTempFile("timeline", ".rows");
        try {
            Timeline timeline = collected(collector, request, rows);
            // Bytes, not characters: a workbook is none.
            format.write(timeline, timeline.method(coverage.sources()), System.out);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    /** The digest of what was written. */
    private String write(TimelineCollector collector, TimelineRequest request, KnownCoverage coverage, Path target)
            throws IOException {
        Timeline timeline = collected(collector, request, beside(target, ".rows"));
        MethodNote note = timeline.method(coverage.sources());
        Path part = beside(target, ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            format.write(timeline, note, out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        Files.write(beside(target, ".method.json"), note.toJson());
        timeline.discard();
        err().println(note.counts().getOrDefault("exported", 0L) + " statements written to " + target);
        return FileDigest.of(target);
    }

    private Timeline collected(TimelineCollector collector, TimelineRequest request, Path rows) throws IOException {
        long[] told = {0};
        TimelineCollector.Collected collected = collector.collect(request, rows, resume, (done, total) -> {
            if (done - told[0] >= TOLD_EVERY) {
                told[0] = done;
                err().println(done + " of " + total + " statements");
            }
        });
        if (collected.resumed() > 0) {
            err().println("taken up behind " + collected.resumed() + " statements that were there");
        }
        if (collected.resumed() > 0 && collected.shifted() != 0) {
            err().println("The index has changed since that export began (" + collected.shifted()
                    + " statements more or less): export anew, without --resume, for one that is of a single moment.");
        }
        return collected.timeline();
    }

    private void enter(WatchwordConfig config, Path data, TimelineRequest request, Path target, String sha256)
            throws IOException {
        if (config.custody().enabled() && Files.isDirectory(data.resolve("archive"))) {
            TreeMap<String, String> detail = new TreeMap<>();
            detail.put("query", request.asked().toString());
            detail.put("format", format.id());
            detail.put("file", String.valueOf(target.getFileName()));
            detail.put("sha256", sha256);
            Custody.log(config.custody(), data, java.time.InstantSource.system())
                    .append(CustodyEvent.EXPORT, detail);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
