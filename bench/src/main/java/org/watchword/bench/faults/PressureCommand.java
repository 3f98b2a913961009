package org.watchword.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.watchword.app.status.Account;
import org.watchword.bench.process.Gate;
import org.watchword.model.StageCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A sink that takes a hundredth of what it took. */
@Command(
        name = "pressure",
        mixinStandardHelpOptions = true,
        description = {
            "Lets Elasticsearch take, for a while, a hundredth of the bytes a second that it took before, while pages go on being published;"
                    + " tells how much memory each role holds then, and whether all is done and the same after it.",
            "Exit code 1 when a role holds more than 64 MiB more than before, or anything was lost, doubled or changed."
        })
public final class PressureCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final List<String> ROLES = List.of("fetch", "analyze", "index");
    private static final int SLOWER = 100;
    private static final long ALLOWED = 64;

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Option(names = "--seconds", description = "How long the sink is slow. Default: ${DEFAULT-VALUE}.")
    private int seconds = 300;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec, ROLES, scene -> press(scene, seconds, spec.commandLine().getOut()));
    }

    private static void press(TwoLines.Scene scene, int seconds, PrintWriter out) throws Exception {
        LineProcesses line = scene.line();
        Gate gate = line.servers().elasticsearchGate();
        int first = scene.pages() / 5;
        scene.outlets().publish(first);
        if (!line.await(account -> account.stage("index").in() > 0, PATIENCE)) {
            throw new IOException("nothing was indexed");
        }
        long begin = System.nanoTime();
        long passed = gate.passed();
        if (!line.await(account -> FaultTrial.isDone(account, first), PATIENCE)) {
            throw new IOException("not done: " + line.account());
        }
        double rate = (gate.passed() - passed) * 1e9 / (System.nanoTime() - begin);
        Map<String, Long> before = live(line);

        gate.throttle(Math.max(100, (int) (rate / SLOWER)));
        scene.outlets().publish(scene.pages());
        TimeUnit.SECONDS.sleep(seconds);
        Account under = line.account();
        Map<String, Long> during = live(line);
        gate.heal();

        out.printf(
                "the sink took %,.0f bytes/s, then %,.0f for %d s; handed to it %d, taken %d%n",
                rate,
                rate / SLOWER,
                seconds,
                under.stage("analyze").ended(StageCounts.EMITTED),
                under.stage("index").in());
        out.printf("%-8s %22s %22s%n", "role", "live before (MiB)", "live then (MiB)");
        for (String role : ROLES) {
            out.printf("%-8s %22d %22d%n", role, before.get(role), during.get(role));
        }
        out.flush();
        for (String role : ROLES) {
            if (during.getOrDefault(role, 0L) > before.getOrDefault(role, 0L) + ALLOWED) {
                throw new IOException(role + " holds " + during.get(role) + " MiB, " + before.get(role) + " before");
            }
        }
        if (!line.ended().isEmpty()) {
            throw new IOException("roles ended: " + line.ended());
        }
    }

    /** What each role's heap holds after a full collection, in MiB. */
    private static Map<String, Long> live(LineProcesses line) throws IOException, InterruptedException {
        Map<String, Long> live = new TreeMap<>();
        for (String role : ROLES) {
            live.put(role, line.role(role).liveMebibytes());
        }
        return live;
    }
}
