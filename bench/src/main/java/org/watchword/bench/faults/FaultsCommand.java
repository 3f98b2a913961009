package org.watchword.bench.faults;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything that can go wrong, brought upon the whole line at work. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the line over invented outlets, every role, the broker and Elasticsearch as processes of their own, and brings faults"
                    + " upon it in an order drawn from a seed: processes killed (kill -9) or stopped, connections cut, half-open or"
                    + " delayed, a slow sink, a full disk (as root), a clock that jumps. Then compares the index, byte by byte, with"
                    + " that of a line left alone, and checks counts, archive and evidence.",
            "Exit code 1 when anything was lost, doubled or changed."
        })
public final class FaultsCommand implements Callable<Integer> {

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Option(names = "--faults", description = "Default: ${DEFAULT-VALUE}.")
    private int faults = 200;

    @Option(names = "--analyzers", description = "Processes that analyse. Default: ${DEFAULT-VALUE}.")
    private int analyzers = 2;

    @Option(
            names = "--wait",
            description =
                    "Seconds the line is left to recover before the next fault. Where they are fewer than the default, what has not"
                            + " recovered yet is struck again. Default: ${DEFAULT-VALUE}.")
    private int wait = 360;

    @Option(names = "--minutes", description = "No fault is begun after so long. Default: ${DEFAULT-VALUE}.")
    private int minutes = 1_440;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<String> roles = new ArrayList<>(List.of("fetch", "index", "desk"));
        for (int i = 1; i <= analyzers; i++) {
            roles.add("analyze-" + i);
        }
        out.printf("%d faults, %d analyzers, %s%n", faults, analyzers, options);
        out.flush();
        return options.run(spec, roles, scene -> {
            FaultChoice choice = new FaultChoice(scene);
            var dose = new FaultTrial.Dose(faults, Duration.ofSeconds(wait), Duration.ofMinutes(minutes));
            FaultTable table = new FaultTrial(scene).run(dose, choice, choice.oneOfEach());
            out.println(table);
            if (!scene.disk().canBeFull()) {
                out.println("No disk was filled: that needs root and the right to mount a tmpfs.");
            }
            out.flush();
        });
    }
}
