package org.watchword.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements, by name. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures, trains and evaluates.")
public final class Bench {

    private Bench() {}

    /** Exit codes: 0 measured, 1 failed, 2 usage. */
    public static void main(String[] args) {
        // JMH reads its own options, in their order.
        CommandLine jmh = new CommandLine(new JmhCommand()).setUnmatchedOptionsArePositionalParams(true);
        CommandLine line = new CommandLine(new Bench()).addSubcommand(jmh);
        System.exit(line.execute(args));
    }
}
