package org.watchword.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.role.FetchRoleFactory;
import org.watchword.ingest.SourceProbe;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.NearestKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code watchword sources}: what an author of sources needs. */
@Command(
        name = "sources",
        description = "Check the sources, and add to them.",
        subcommands = {SourcesImportCommand.class, SourcesBackfillCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class SourcesCommand extends CommandGroup {

    SourcesCommand() {
        super("'watchword sources check' validates every source.");
    }

    private static final String LINE = "%-28s %-9s %-9s %-9s %-30s %s%n";

    @Command(
            name = "check",
            description = "Validate the source files and print a table.",
            footer = {
                "Ends with 1 at the first mistake, naming file, line and column.",
                "Without --online nothing is fetched."
            })
    int check(
            @Mixin CommonOptions common,
            @Option(
                            names = "--online",
                            description =
                                    "look at each enabled source, or at those named, with one request besides robots.txt, and say what it holds; ends with 1 when one holds nothing")
                    boolean online,
            @Parameters(arity = "0..*", paramLabel = "ID", description = "sources to look at, enabled or not")
                    List<String> ids)
            throws InterruptedException {
        WatchwordConfig config = common.load(Map.of());
        SourceCatalog catalog = SourceCatalog.load(config.ingest().sourcesFolder());
        if (online) {
            return probe(config, ids == null || ids.isEmpty() ? catalog.enabled() : named(catalog, ids));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(LINE, "source", "kind", "enabled", "language", "group", "outlet");
        for (Source source : catalog.all()) {
            out.printf(
                    LINE,
                    source.id(),
                    kind(source),
                    source.profile().enabled() ? "yes" : "no",
                    Objects.toString(source.profile().language(), "–"),
                    Objects.toString(source.profile().group(), "–"),
                    source.profile().outlet());
            source.profile()
                    .selectors()
                    .byField()
                    .forEach((field, selector) -> out.printf("    %-24s %s%n", "selectors." + field.key(), selector));
        }
        groups(catalog).forEach((group, n) -> out.printf("%5d %s%n", n, group));
        out.printf(
                "%d sources, %d enabled%n",
                catalog.all().size(), catalog.enabled().size());
        out.flush();
        return 0;
    }

    private static SortedMap<String, Long> groups(SourceCatalog catalog) {
        SortedMap<String, Long> groups = new TreeMap<>();
        catalog.all().forEach(source -> {
            String group = source.profile().group();
            groups.merge(group == null ? "in no group" : group, 1L, Long::sum);
        });
        return groups;
    }

    private int probe(WatchwordConfig config, List<Source> sources) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        try (SourceProbe probe = new SourceProbe(
                FetchRoleFactory.settings(config.ingest(), Path.of("")), new HtmlExtractor(), InstantSource.system())) {
            for (Source source : sources) {
                if (source instanceof Source.Web web) {
                    SourceProbe.Result result = probe.probe(web);
                    failed += result.ok() ? 0 : 1;
                    out.printf("%-28s %-7s %s%n", source.id(), result.ok() ? "ok" : "FAILED", result.words());
                    out.flush();
                }
            }
        }
        out.printf("%d sources looked at, %d failed%n", sources.size(), failed);
        out.flush();
        return failed == 0 ? 0 : 1;
    }

    private List<Source> named(SourceCatalog catalog, List<String> ids) {
        return ids.stream().map(id -> named(spec, catalog, id)).toList();
    }

    /** The source with an id. */
    static Source named(CommandSpec spec, SourceCatalog catalog, String id) {
        List<String> known = catalog.all().stream().map(Source::id).toList();
        return catalog.find(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "No source '" + id + "'"
                                + NearestKey.of(id, known)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("")));
    }

    private static String kind(Source source) {
        return source instanceof Source.LinkList
                ? "list"
                : source.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
