package org.watchword.bench.faults;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchword.app.status.AccountTable;
import org.watchword.bench.faults.TwoLines.Outcome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every trial of the whole line is told, and how each ends. */
final class TrialOptions {

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: a temporary one.")
    private Path folder = Path.of("");

    @Option(names = "--documents", description = "Default: ${DEFAULT-VALUE}.")
    private int documents = 5_000;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 20310506;

    /** Disturbs the second of two lines, and says what came of it; the exit code. */
    int run(CommandSpec spec, List<String> roles, TwoLines.Disturbance disturbance) throws Exception {
        Path work = folder.toString().isEmpty()
                ? Files.createTempDirectory("watchword-trial-")
                : Files.createDirectories(folder);
        TwoLines lines = new TwoLines(
                new TwoLines.Plan(documents, roles, seed),
                work,
                spec.commandLine().getErr());
        Outcome outcome = lines.run(disturbance);
        report(spec.commandLine().getOut(), outcome);
        return outcome.problems().isEmpty() ? 0 : 1;
    }

    private static void report(PrintWriter out, Outcome outcome) {
        Comparison statements = outcome.statements();
        Comparison pages = outcome.pages();
        out.printf(
                "statements: %d, lost %d, added %d, changed %d; pages: lost %d, added %d, changed %d%n",
                outcome.expected(),
                statements.lost().size(),
                statements.added().size(),
                statements.changed().size(),
                pages.lost().size(),
                pages.added().size(),
                pages.changed().size());
        out.printf("documents delivered again and counted as such: %d%n", outcome.redelivered());
        Map<String, Long> ended = outcome.ended().stream()
                .collect(Collectors.groupingBy(words -> words, TreeMap::new, Collectors.counting()));
        out.printf(
                "roles that ended by themselves and were started again: %d%n",
                outcome.ended().size());
        ended.forEach((words, times) -> out.printf("  %d × %s%n", times, words));
        out.print(AccountTable.of(outcome.account()));
        outcome.problems().forEach(problem -> out.println("PROBLEM " + problem));
        out.println(outcome.problems().isEmpty() ? "Nothing lost, nothing doubled, every byte the same." : "WRONG");
        out.flush();
    }

    @Override
    public String toString() {
        return documents + " documents, seed " + seed;
    }
}
