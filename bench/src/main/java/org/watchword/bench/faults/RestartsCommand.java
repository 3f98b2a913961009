package org.watchword.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.bench.process.RoleProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Every role stopped in order, and started again, in the middle of its work. */
@Command(
        name = "restarts",
        mixinStandardHelpOptions = true,
        description = {
            "Sends SIGTERM to each role in the middle of its work and starts it again; tells how long each took to stop and to be ready.",
            "Exit code 1 when one did not stop within 10 s, or anything was lost, doubled or changed."
        })
public final class RestartsCommand implements Callable<Integer> {

    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration READY = Duration.ofMinutes(5);
    private static final List<String> ROLES = List.of("fetch", "analyze", "index", "desk");

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Option(names = "--rounds", description = "Restarts of each role. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec, ROLES, scene -> restart(scene, rounds, spec.commandLine().getOut()));
    }

    /** @throws IOException when a role does not stop in time */
    static void restart(TwoLines.Scene scene, int rounds, PrintWriter out) throws Exception {
        out.printf("%-8s %14s %14s %14s %14s%n", "role", "stop p50 (s)", "stop max (s)", "ready p50 (s)", "ready max");
        int done = 0;
        for (String role : ROLES) {
            List<Duration> stops = new ArrayList<>();
            List<Duration> starts = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                scene.line().role(role).awaitReady(READY);
                done++;
                scene.outlets().publish(scene.pages() * done / (rounds * ROLES.size()));
                Thread.sleep(1_000 + scene.random().nextInt(2_000));
                Duration stop = scene.line().leave(role, STOP);
                if (stop.compareTo(STOP) >= 0) {
                    throw new IOException(role + " did not stop within " + STOP.toSeconds() + " s");
                }
                stops.add(stop);
                RoleProcess again = scene.line().start(role);
                starts.add(again.awaitReady(READY));
            }
            out.printf(
                    "%-8s %14.1f %14.1f %14.1f %14.1f%n",
                    role, middle(stops), last(stops), middle(starts), last(starts));
            out.flush();
        }
    }

    private static double middle(List<Duration> times) {
        Collections.sort(times);
        return times.get(times.size() / 2).toMillis() / 1e3;
    }

    private static double last(List<Duration> times) {
        return Collections.max(times).toMillis() / 1e3;
    }
}
