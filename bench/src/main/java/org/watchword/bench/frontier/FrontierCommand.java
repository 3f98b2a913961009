package org.watchword.bench.frontier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.Ended;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Frontier.Found;
import org.watchword.ingest.frontier.Rhythm;
import org.watchword.ingest.frontier.UrlState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Time to claim an address from a frontier of many hosts. */
@Command(
        name = "frontier",
        mixinStandardHelpOptions = true,
        description = "Fills an empty FOLDER with addresses, opens it anew and claims, ends and gives back.")
public final class FrontierCommand implements Callable<Integer> {

    private static final Instant NOW = Instant.parse("2031-05-06T12:00:00Z");
    private static final int PORTION = 10_000;
    private static final Rhythm DAILY = new Rhythm(Duration.ofDays(1), NOW);

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--hosts", description = "Default: ${DEFAULT-VALUE}.")
    private int hosts = 100_000;

    @Option(names = "--urls", description = "Default: ${DEFAULT-VALUE}.")
    private int urls = 1_000_000;

    @Option(names = "--claims", description = "Default: ${DEFAULT-VALUE}.")
    private int claims = 20_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long begin = System.nanoTime();
        try (FetchState state = FetchState.open(folder)) {
            fill(state);
        }
        out.printf("%,d addresses of %,d hosts added in %.1f s%n", urls, hosts, seconds(begin));
        begin = System.nanoTime();
        try (FetchState state = FetchState.open(folder)) {
            state.frontier().activate(List.of("s"));
            out.printf("opened in %.2f s%n", seconds(begin));
            measure(state, out);
        }
        out.flush();
        return 0;
    }

    private void fill(FetchState state) {
        List<Found> portion = new ArrayList<>();
        for (int i = 0; i < urls; i++) {
            String host = "host-" + i % hosts + ".example";
            portion.add(new Found(new WebAddress("https://" + host + "/news/" + i, host), null, i % 10 == 0));
            if (portion.size() == PORTION || i == urls - 1) {
                state.frontier().add("s", portion, NOW, false);
                portion.clear();
            }
        }
    }

    private void measure(FetchState state, PrintWriter out) {
        long[] claiming = new long[claims];
        long[] releasing = new long[claims];
        for (int i = 0; i < claims; i++) {
            Instant now = NOW.plusMillis(i);
            long before = System.nanoTime();
            UrlState claimed = state.frontier().claim(now, host -> 0).orElseThrow();
            claiming[i] = System.nanoTime() - before;
            Instant next = now.plus(DAILY.interval());
            state.end(new Ended(claimed.url(), "s", "emitted", now, next, DAILY, null, null));
            before = System.nanoTime();
            state.frontier().release(claimed, now.plusSeconds(2));
            state.frontier().ended(claimed);
            releasing[i] = System.nanoTime() - before;
        }
        print(out, "claim", claiming);
        print(out, "release", releasing);
    }

    private static void print(PrintWriter out, String what, long[] nanos) {
        double mean = Arrays.stream(nanos).average().orElse(0);
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        out.printf(
                "%-8s mean %.3f ms, median %.3f ms, 99th of a hundred %.3f ms, longest %.1f ms%n",
                what,
                mean / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
