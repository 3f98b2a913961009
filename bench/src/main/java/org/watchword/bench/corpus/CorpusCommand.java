package org.watchword.bench.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.timeline.TimelineFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A corpus of speeches through the whole program. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a corpus of speeches as a website on this machine, has 'watchword up' collect it, and runs what leaves the",
            "house over it: evidence, timelines, a digest, a package that is verified and tampered with, replays with the same and",
            "with changed rules. Tells exit codes, seconds, and how long new pages take beside a replay."
        })
public final class CorpusCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "SPEECHES", description = "JSON lines, packed with gzip or not")
    private Path speeches = Path.of("");

    @Option(names = "--limit", description = "speeches at the most; default: 300")
    private int limit = 300;

    @Option(names = "--fresh", description = "of these, so many are published beside each replay; default: 12")
    private int fresh = 12;

    @Option(names = "--rules", description = "changed rule packs to replay with; default: no such replay")
    private @Nullable Path rules;

    @Option(names = "--output", required = true, description = "empty folder for everything it makes")
    private Path output = Path.of("");

    @Option(names = "--minutes", description = "gives up when nothing is indexed for so long; default: 20")
    private int minutes = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Speech> all = Speech.read(speeches, limit);
        List<Speech> past = all.subList(0, Math.max(1, all.size() - 3 * fresh));
        Path home = Files.createDirectories(output).toAbsolutePath().normalize();
        Path data = Files.createDirectories(home.resolve("data"));
        int failures = 0;
        try (SpeechOutlet outlet = new SpeechOutlet()) {
            outlet.publish(past);
            try (Program program = new Program(data, settings(home, outlet), out)) {
                long begin = System.nanoTime();
                program.awaitIndexed(past.size(), minutes);
                out.printf(
                        Locale.ROOT,
                        "%d pages collected, analysed and indexed in %.0f s%n",
                        past.size(),
                        Program.seconds(begin));
                failures += whatLeaves(program, home);
                failures += replays(program, outlet, all, past.size(), home);
            }
        }
        out.printf("%n%d of these did not end as they should%n", failures);
        return failures == 0 ? 0 : 1;
    }

    private static Path settings(Path home, SpeechOutlet outlet) throws IOException {
        Path sources = Files.createDirectories(home.resolve("sources"));
        Files.writeString(sources.resolve("corpus.yaml"), """
                sources:
                  - id: corpus
                    outlet: General debates
                    kind: sitemap
                    url: %s/sitemap.xml
                    language: en
                    speech: true
                    allowLoopback: true
                    delay: 1 ms
                    revisit: 2 s
                    selectors: {title: h1, body: .speech, speaker: p.speaker}
                """.formatted(outlet.base()));
        Path digests = Files.createDirectories(home.resolve("digests"));
        Files.writeString(digests.resolve("corpus.yaml"), """
                digests:
                  - id: corpus
                    title: General debates
                    schedule: 0 0 * * *
                """);
        Path config = Path.of(System.getProperty("watchword.home", ".."))
                .resolve("config")
                .toAbsolutePath()
                .normalize();
        Path settings = home.resolve("settings.yaml");
        Files.writeString(settings, """
                ingest:
                  sourcesFolder: %s
                  delay: 1 ms
                  revisitMin: 2 s
                  revisitMax: 4 s
                analyze:
                  rulesFolder: %s
                  languagesFolder: %s
                  lexiconsFolders: [%s]
                digest:
                  folder: %s
                """.formatted(
                sources, config.resolve("rules"), config.resolve("languages"), config.resolve("lexicons"), digests));
        return settings;
    }

    private static int whatLeaves(Program program, Path home) throws IOException, InterruptedException {
        int failures = 0;
        failures += program.run("evidence", "custody", "note");
        failures += program.run("evidence", "verify", "--all");
        for (TimelineFormat format : TimelineFormat.values()) {
            failures += program.run(
                    "timeline",
                    "--status",
                    "flagged",
                    "--format",
                    format.id(),
                    "--output",
                    home + "/flagged." + format.id());
        }
        failures += program.run(
                "timeline", "--format", "csv", "--columns", "id", "--status", "flagged", "--output", home + "/ids.csv");
        failures += program.run("digest", "corpus", "--dry-run", "--output", home + "/digest");
        List<String> ids = Files.readAllLines(home.resolve("ids.csv"));
        if (ids.size() > 1) {
            Path whole = home.resolve("evidence.wacz");
            Path changed = home.resolve("tampered.wacz");
            failures += program.run("evidence", "export", ids.get(1), "--output", whole.toString());
            failures += program.run("evidence", "verify", ids.get(1), "--from", whole.toString());
            Tampering.turnOneBit(whole, changed, "archive/evidence.warc.gz");
            failures += program.run("evidence", "verify", ids.get(1), "--from", changed.toString()) == 1 ? 0 : 1;
        }
        return failures;
    }

    private int replays(Program program, SpeechOutlet outlet, List<Speech> all, int published, Path home)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        int failures = 0;
        failures += program.run(replay("1900", 10_000, home.resolve("same-1")));
        failures += program.run(replay("1901", 10_000, home.resolve("same-2")));
        boolean same = Files.mismatch(home.resolve("same-1/replay.csv"), home.resolve("same-2/replay.csv")) < 0;
        out.println("two replays with the same rules tell " + (same ? "the same bytes" : "DIFFERENT BYTES"));
        failures += same ? 0 : 1;

        int next = published;
        for (int rate : List.of(0, 5, 10_000)) {
            List<Speech> now = all.subList(Math.min(all.size(), next), Math.min(all.size(), next + fresh));
            next += now.size();
            Process beside =
                    rate == 0 ? null : program.begin(replay("190" + (rate == 5 ? 2 : 3), rate, home.resolve("beside")));
            Thread.sleep(beside == null ? 0 : 15_000);
            outlet.publish(now);
            double seconds = program.awaitIndexed(next, minutes);
            out.printf(
                    Locale.ROOT,
                    "%d new pages in the index after %.1f s, %s%s%n",
                    now.size(),
                    seconds,
                    rate == 0 ? "without a replay" : "beside a replay of at most " + rate + " pages a second",
                    beside == null || beside.isAlive() ? "" : " (which had ended by then)");
            out.flush();
            if (beside != null) {
                failures += beside.waitFor();
            }
        }
        if (rules != null) {
            failures += program.run(
                    "replay",
                    "--since",
                    "1900",
                    "--rules",
                    rules.toString(),
                    "--rate",
                    "10000",
                    "--output",
                    home.resolve("changed").toString());
            failures += program.run("evidence", "verify", "--all");
        }
        failures += program.run("replay", "generations");
        failures += program.run("replay", "generations", "--clean", "--beside", "--keep", "0");
        failures += program.run("replay", "generations");
        failures += program.run("evidence", "custody", "verify");
        return failures;
    }

    /** Everything was captured after any of these years: each is a replay of the same, by a name of its own. */
    private static String[] replay(String since, int rate, Path report) {
        return new String[] {
            "replay", "--since", since, "--rate", Integer.toString(rate), "--output", report.toString(), "--no-switch"
        };
    }
}
