package org.watchword.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.watchword.app.Rooms;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.DataFolder;
import org.watchword.app.line.Installation;
import org.watchword.app.line.Line;
import org.watchword.app.line.LineContext;
import org.watchword.app.line.Mode;
import org.watchword.app.line.RoleName;
import org.watchword.app.log.RunLog;
import org.watchword.app.role.ElasticsearchAccess;
import org.watchword.app.sample.DemoProgress;
import org.watchword.app.sample.DemoSources;
import org.watchword.app.sample.SampleOutlet;
import org.watchword.app.sample.StatementTotals;
import org.watchword.app.status.CountsReader;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.StatementIndex;
import org.watchword.model.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code watchword demo}: everything on this machine, over the bundled sample outlet. */
@Command(
        name = "demo",
        description = "Run everything on this machine, on the bundled sample outlet.",
        footer = {
            "",
            "Starts Kafka and Elasticsearch, serves an invented newspaper on this machine, collects and analyses it, and opens",
            "the search page. From the second start on one of its articles has been silently edited."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final PortOption port = new PortOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WatchwordConfig plain = common.load(port.overrides());
        PrintWriter err = spec.commandLine().getErr();
        EnumSet<RoleName> roles = EnumSet.allOf(RoleName.class);
        Installation installation = Installation.current();
        Path sample = installation.config().resolve("sample");
        return Session.run(err, runner -> {
            long begin = System.nanoTime();
            DataFolder folder = runner.open("data folder", () -> DataFolder.open(common.data(plain), Mode.DEMO, roles));
            RunLog.open(folder.path(), plain.logs(), false);
            err.println("Watchword demo, everything on this machine. Data in " + folder.path());
            StartReport report = new StartReport(err);
            report.starting("sample outlet");
            SampleOutlet outlet = runner.open(
                    "sample outlet",
                    () -> SampleOutlet.start(sample, folder.path().resolve("sample")));
            report.started("sample outlet", java.time.Duration.ofNanos(System.nanoTime() - begin), outlet.describe());
            WatchwordConfig config = common.load(settings(sample, folder.path(), outlet, plain));
            LineContext context = new Line(
                            config, Mode.DEMO, roles, Rooms.roles(), installation, InstantSource.system())
                    .open(folder, runner, report);
            CountsReader counts =
                    runner.open("counts", () -> new CountsReader(context.kafka(), context.topic(Topics.COUNTS)));
            ElasticsearchConnection elasticsearch = runner.open(
                    "totals", () -> ElasticsearchAccess.open(config.elasticsearch(), context.elasticsearch()));
            StatementIndex index = new ElasticsearchStatementIndex(elasticsearch, word -> word);
            String address = Addresses.desk(folder.path(), config.desk());
            runner.open("progress", () -> DemoProgress.start(counts, StatementTotals.of(index), err, begin, address));
        });
    }

    /** The demo's own settings: its outlet is on this machine and minds no haste. */
    private Map<String, String> settings(Path sample, Path data, SampleOutlet outlet, WatchwordConfig plain) {
        Map<String, String> settings = new HashMap<>(port.overrides());
        settings.put("WATCHWORD_INGEST_RECHECK_ON_START", "true");
        settings.put("WATCHWORD_INGEST_DELAY", "20 ms");
        // A fixed rhythm: whoever edits a page of the outlet sees it at once.
        List.of("REVISIT", "REVISIT_MIN", "REVISIT_MAX")
                .forEach(key -> settings.put("WATCHWORD_INGEST_" + key, "20 s"));
        settings.put(
                DemoSources.FOLDER_KEY,
                DemoSources.write(sample.resolve("sources.yaml"), DemoSources.folder(data), outlet.base())
                        .toString());
        settings.put(
                DemoSources.LEXICONS_KEY, DemoSources.lexicons(plain.analyze().lexiconsFolders(), sample));
        return settings;
    }
}
