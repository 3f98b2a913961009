package org.watchword.bench.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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

    /** After so long a replay has begun to read. */
    private static final int UNDER_WAY_SECONDS = 15;

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
                  revisit: 2 s
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
            failures +=
                    program.run("timeline", "--format", format.id(), "--output", home + "/statements." + format.id());
        }
        failures +=
                program.run("timeline", "--status", "flagged", "--format", "html", "--output", home + "/flagged.html");
        failures += program.run("timeline", "--format", "csv", "--columns", "id", "--output", home + "/ids.csv");
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
        int failures = alike(program, home);
        int next = take(program, outlet, all, published, "without a replay");
        Map<String, Integer> beside = new LinkedHashMap<>();
        beside.put("1902", 5);
        beside.put("1903", 10_000);
        for (Map.Entry<String, Integer> replay : beside.entrySet()) {
            int rate = replay.getValue();
            Process other = program.begin(replay(replay.getKey(), rate, home.resolve("beside")));
            TimeUnit.SECONDS.sleep(UNDER_WAY_SECONDS);
            next = take(program, outlet, all, next, "beside a replay of at most " + rate + " pages a second");
            if (!other.isAlive()) {
                spec.commandLine().getOut().println("(which had ended by then)");
            }
            failures += other.waitFor();
        }
        return failures + withOtherRules(program, home) + cleanedUp(program);
    }

    /** Two replays of the same past by the same rules. */
    private int alike(Program program, Path home) throws IOException, InterruptedException {
        int failures = program.run(replay("1900", 10_000, home.resolve("same-1")));
        failures += program.run(replay("1901", 10_000, home.resolve("same-2")));
        boolean same = Files.mismatch(home.resolve("same-1/replay.csv"), home.resolve("same-2/replay.csv")) < 0;
        spec.commandLine()
                .getOut()
                .println("two replays with the same rules tell " + (same ? "the same bytes" : "DIFFERENT BYTES"));
        return failures + (same ? 0 : 1);
    }

    /** Publishes the next pages and tells how long they take to the index; answers how many are published then. */
    private int take(Program program, SpeechOutlet outlet, List<Speech> all, int published, String how)
            throws IOException, InterruptedException {
        List<Speech> now = all.subList(Math.min(all.size(), published), Math.min(all.size(), published + fresh));
        int next = published + now.size();
        outlet.publish(now);
        double seconds = program.awaitIndexed(next, minutes);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%d new pages in the index after %.1f s, %s%n", now.size(), seconds, how);
        out.flush();
        return next;
    }

    private int withOtherRules(Program program, Path home) throws IOException, InterruptedException {
        if (rules == null) {
            return 0;
        }
        int failures = program.run(
                "replay",
                "--since",
                "1900",
                "--rules",
                rules.toString(),
                "--rate",
                "10000",
                "--output",
                home.resolve("changed").toString());
        return failures + program.run("evidence", "verify", "--all");
    }

    private static int cleanedUp(Program program) throws IOException, InterruptedException {
        int failures = program.run("replay", "generations");
        failures += program.run("replay", "generations", "--clean", "--beside", "--keep", "0");
        failures += program.run("replay", "generations");
        return failures + program.run("evidence", "custody", "verify");
    }

    /** Everything was captured after any of these years: each is a replay of the same, by a name of its own. */
    private static String[] replay(String since, int rate, Path report) {
        return new String[] {
            "replay", "--since", since, "--rate", Integer.toString(rate), "--output", report.toString(), "--no-switch"
        };
    }
}
