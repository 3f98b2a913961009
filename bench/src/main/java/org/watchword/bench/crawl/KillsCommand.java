package org.watchword.bench.crawl;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills at random points, and what is left after them. */
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        description = {
            "Kills (kill -9) the real fetch stage again and again at random points of its work on a site on loopback, with a real"
                    + " broker; then lets it end and compares the site's log, its state, its archive and the topic.",
            "Exit code 1 when anything was lost, doubled beyond what was under way, or left half."
        })
public final class KillsCommand implements Callable<Integer> {

    @Option(names = "--kills", description = "Default: ${DEFAULT-VALUE}.")
    private int kills = 20;

    @Option(names = "--pages", description = "Default: ${DEFAULT-VALUE}.")
    private int pages = 3000;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 4;

    @Option(names = "--longest-ms", description = "From a start to its kill, at most. Default: ${DEFAULT-VALUE}.")
    private int longest = 3000;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 20310506;

    @Option(names = "--keep", description = "Leaves the work folder.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path work = Files.createTempDirectory("watchword-kills-");
        try {
            KillTrial.Outcome outcome = new KillTrial(work, pages, threads, seed).run(kills, longest);
            out.printf(
                    "%d kills, %d of them during the work; %,d pages, %d threads, seed %d%n",
                    outcome.kills(), outcome.duringWork(), pages, threads, seed);
            out.printf(
                    "requests for an article already asked for: %d, at most %d may have been under way%n",
                    outcome.repeats(), kills * threads);
            out.printf(
                    "%d WARC files; %,d bytes of unfinished records cut off by restarts%n",
                    outcome.warcFiles(), outcome.tornBytes());
            out.printf("%,d documents on the topic; counted: %s%n", outcome.documents(), outcome.counts());
            out.printf("problems: %d%n", outcome.problems().size());
            outcome.problems().stream().limit(30).forEach(out::println);
            out.flush();
            return outcome.problems().isEmpty() ? 0 : 1;
        } finally {
            if (keep) {
                out.println("left in " + work);
                out.flush();
            } else {
                CrawlThroughputCommand.delete(work);
            }
        }
    }
}
