package org.watchword.bench.day;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.watchword.bench.crawl.CountingSink;
import org.watchword.bench.day.ScriptedWeb.Asked;
import org.watchword.model.SourceDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A day of the fetch stage in some seconds, host by host. */
@Command(
        name = "simulated-day",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the fetch stage through 24 hours of scripted time on a scripted web: pages that are edited or never are, a feed that"
                    + " rests at night, a host that turns us away, one that is down, one whose robots.txt is sick, one that is silent.",
            "Exit code 1 when a host was not treated as the script demands."
        })
public final class SimulatedDayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Files.createTempDirectory("watchword-day-");
        try {
            long begin = System.nanoTime();
            SimulatedDay.Outcome outcome = SimulatedDay.run(data, new CountingSink(), Duration.ofMinutes(10));
            out.printf("24 hours in %.1f s%n", (System.nanoTime() - begin) / 1e9);
            out.printf(
                    "%-17s %8s %5s %5s %5s %5s | %7s %6s %8s %7s | %s%n",
                    "host",
                    "requests",
                    "200",
                    "304",
                    "429",
                    "5xx",
                    "reached",
                    "failed",
                    "articles",
                    "changed",
                    "minutes between looks at the feed");
            outcome.asked().keySet().forEach(host -> row(out, outcome, host));
            out.printf(
                    "%,d requests; polling at the shortest intervals would have made %,d (%.2f of it)%n",
                    outcome.requests(), outcome.naive(), (double) outcome.requests() / outcome.naive());
            List<String> problems = DayVerdict.of(outcome);
            out.printf("problems: %d%n", problems.size());
            problems.forEach(out::println);
            out.flush();
            return problems.isEmpty() ? 0 : 1;
        } finally {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                out.println("left behind: " + data);
            }
        }
    }

    private static void row(PrintWriter out, SimulatedDay.Outcome outcome, String host) {
        List<Asked> asked = outcome.asked(host);
        SourceDay day = outcome.days().get(host);
        out.printf(
                "%-17s %8d %5d %5d %5d %5d | %7d %6d %8d %7d | %s%n",
                host,
                asked.size(),
                count(asked, 200, 200),
                count(asked, 304, 304),
                count(asked, 429, 429),
                count(asked, 500, 599),
                day == null ? 0 : day.reached(),
                day == null ? 0 : day.failed(),
                day == null ? 0 : day.articles(),
                day == null ? 0 : day.changed(),
                outcome.intervals(host, "/feed").stream()
                        .map(Duration::toMinutes)
                        .toList());
    }

    private static long count(List<Asked> asked, int from, int to) {
        return asked.stream()
                .filter(a -> a.status() >= from && a.status() <= to)
                .count();
    }
}
