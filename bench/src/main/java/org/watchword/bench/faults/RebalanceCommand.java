package org.watchword.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.model.StageCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Analyzers that join and leave in the middle of the work. */
@Command(
        name = "rebalance",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the line while three analyzers join, leave, are killed and come back, and compares the index with that of a line left"
                    + " alone.",
            "Exit code 1 when anything was lost, doubled or changed."
        })
public final class RebalanceCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(10);

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(spec, List.of("fetch", "index", "analyze-1"), RebalanceCommand::joinAndLeave);
    }

    /** All pages are there from the start, so that everything happens upon partitions with work in them. */
    static void joinAndLeave(TwoLines.Scene scene) throws Exception {
        LineProcesses line = scene.line();
        scene.outlets().publish(scene.pages());
        analysed(scene, 1);
        line.start("analyze-2");
        analysed(scene, 2);
        line.start("analyze-3");
        analysed(scene, 3);
        leave(scene, "analyze-1");
        analysed(scene, 4);
        line.kill("analyze-2");
        scene.log().println("analyze-2 killed");
        analysed(scene, 5);
        line.start("analyze-1");
        line.start("analyze-2");
        analysed(scene, 7);
        leave(scene, "analyze-3");
    }

    private static void leave(TwoLines.Scene scene, String name) throws InterruptedException {
        Duration took = scene.line().leave(name, STOP);
        scene.log().printf("%s left in %.1f s%n", name, took.toMillis() / 1e3);
        scene.log().flush();
    }

    /** Waits for so many tenths of the pages. */
    private static void analysed(TwoLines.Scene scene, int tenths) throws IOException, InterruptedException {
        long wanted = (long) scene.pages() * tenths / 10;
        if (!scene.line().await(account -> account.stage("analyze").ended(StageCounts.EMITTED) >= wanted, PATIENCE)) {
            scene.line().dumpThreads();
            throw new IOException(
                    "not " + wanted + " pages analysed: " + scene.line().account());
        }
        scene.log().printf("%d pages analysed%n", wanted);
        scene.log().flush();
    }
}
