package org.watchword.bench.fleet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.bench.process.RoleProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Several fetchers, killed and stopped in the middle of their work. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description =
                "Lets several 'watchword run fetch' share a farm of hosts, kills some, and says what the hosts saw.")
public final class FleetCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: a temporary one.")
    private Path folder = Path.of("");

    @Option(names = "--fetchers", description = "Default: ${DEFAULT-VALUE}.")
    private int fetchers = 3;

    @Option(names = "--hosts", description = "Default: ${DEFAULT-VALUE}.")
    private int hosts = 60;

    @Option(names = "--pages", description = "Of each host. Default: ${DEFAULT-VALUE}.")
    private int pages = 20;

    @Option(names = "--parts", description = "Default: ${DEFAULT-VALUE}.")
    private int parts = 16;

    @Option(names = "--delay", description = "Milliseconds between two requests to a host. Default: ${DEFAULT-VALUE}.")
    private long delay = 300;

    @Option(names = "--kills", description = "Fetchers killed, each replaced by a new one. Default: ${DEFAULT-VALUE}.")
    private int kills = 2;

    @Option(
            names = "--stops",
            description = "Fetchers stopped for longer than a session, then let go on. Default: ${DEFAULT-VALUE}.")
    private int stops = 1;

    @Option(names = "--minutes", description = "Gives up after. Default: ${DEFAULT-VALUE}.")
    private int minutes = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path work = folder.toString().isEmpty() ? Files.createTempDirectory("fleet") : Files.createDirectories(folder);
        try (HostFarm farm = new HostFarm(hosts, pages);
                FleetRun run = new FleetRun(work, farm, parts, Duration.ofMillis(delay), "fetcher-" + (fetchers - 1))) {
            long begin = System.nanoTime();
            List<RoleProcess> team = new ArrayList<>();
            for (int i = 0; i < fetchers; i++) {
                team.add(run.start("fetcher-" + i));
            }
            for (int i = 0; i < kills + stops; i++) {
                long wanted = (long) farm.documents() * (i + 1) / (kills + stops + 2);
                run.await(
                        wanted + " pages",
                        Duration.ofMinutes(minutes),
                        () -> run.verdict().pages() >= wanted);
                RoleProcess chosen = team.remove(0);
                if (i < kills) {
                    chosen.kill();
                    team.add(run.start("fetcher-" + (fetchers + i)));
                    out.printf(
                            "%s killed after %d pages%n",
                            chosen.name(), run.verdict().pages());
                } else {
                    chosen.stop();
                    out.printf(
                            "%s stopped after %d pages%n",
                            chosen.name(), run.verdict().pages());
                    Thread.sleep(12_000);
                    chosen.goOn();
                    team.add(chosen);
                }
                out.flush();
            }
            run.await(
                    farm.documents() + " documents",
                    Duration.ofMinutes(minutes),
                    () -> run.emitted() >= farm.documents());
            double seconds = (System.nanoTime() - begin) / 1e9;
            return report(out, farm, run, seconds);
        }
    }

    private int report(PrintWriter out, HostFarm farm, FleetRun run, double seconds) {
        Verdict verdict = run.verdict();
        List<String> documents = run.documents();
        int doubled = documents.size() - new HashSet<>(documents).size();
        out.printf("%d fetchers, %d hosts, %d parts, pause %d ms: %.1f s%n", fetchers, hosts, parts, delay, seconds);
        out.printf("pages asked for %d of %d, repeated %d%n", verdict.pages(), farm.documents(), verdict.repeated());
        out.printf(
                "documents %d, doubled %d; counted as emitted %d; counts that do not add up %s%n",
                documents.size(), doubled, run.emitted(), run.wrong());
        out.printf(
                "requests %d, of them at a host that was busy with another %d; shortest pause %d ms%n",
                verdict.visits(), verdict.overlapping(), verdict.leastPauseMillis());
        out.printf(
                "hosts that went to another fetcher %d, shortest pause then %d ms%n",
                verdict.handovers(), verdict.leastHandoverMillis());
        out.printf("pages by fetcher %s%n", verdict.shares());
        boolean right = verdict.pages() == farm.documents()
                && doubled == 0
                && documents.size() == farm.documents()
                && run.emitted() == farm.documents()
                && run.wrong().isEmpty()
                && verdict.overlapping() == 0
                && verdict.leastPauseMillis() >= delay
                && verdict.repeated() <= (kills + stops) * FleetRun.THREADS;
        out.println(right ? "all as it should be" : "WRONG");
        out.flush();
        return right ? 0 : 1;
    }
}
