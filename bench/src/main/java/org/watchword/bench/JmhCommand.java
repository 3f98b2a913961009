package org.watchword.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands its arguments to JMH. */
@Command(
        name = "jmh",
        description = "Runs JMH benchmarks; arguments are JMH's own: a pattern of names, -f 1 -wi 3 -i 5 …")
final class JmhCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", hidden = true)
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        Main.main(arguments.toArray(new String[0]));
        return 0;
    }
}
