package org.watchword.bench.desk;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.watchword.app.embedded.EmbeddedElasticsearch;
import org.watchword.app.line.Installation;
import org.watchword.desk.DeskPorts;
import org.watchword.desk.DeskServer;
import org.watchword.desk.DeskSettings;
import org.watchword.desk.copy.CopySource;
import org.watchword.desk.review.ReviewDesk;
import org.watchword.index.ElasticsearchConnection;
import org.watchword.index.ElasticsearchEditIndex;
import org.watchword.index.ElasticsearchReviewIndex;
import org.watchword.index.ElasticsearchSavedSearches;
import org.watchword.index.ElasticsearchSettings;
import org.watchword.index.ElasticsearchStatementIndex;
import org.watchword.index.ElasticsearchStatementStreams;
import org.watchword.index.ElasticsearchStatementSummaries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long the desk takes to answer with a page, by kind of query. */
@Command(
        name = "desk-latency",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a real Elasticsearch with made-up statements, and asks a real desk over HTTP for whole pages.",
            "Prints for each kind of query the time to the page's last byte (50th and 95th percentile, most) and the processor time",
            "of the search server and of the desk (with whoever asks it). On a machine that is busy with other things, only the",
            "processor time tells something."
        })
public final class DeskLatencyCommand implements Callable<Integer> {

    private static final String PREFIX = "bench-";

    @Option(names = "--statements", description = "default: 1000000")
    private int statements = 1_000_000;

    @Option(names = "--requests", description = "of each kind, after a fifth as many that do not count; default: 50")
    private int requests = 50;

    @Option(
            names = "--warm",
            description = {
                "of each kind before the first is measured, as a desk has served that is not just opened; default: 0"
            })
    private int warm;

    @Option(names = "--heap", description = "of the search server, in MiB; default: 512")
    private int heap = 512;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "keeps the index for a run after this one; default: a new one")
    private @Nullable Path kept;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = kept == null ? Files.createTempDirectory("desk-latency") : Files.createDirectories(kept);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        MadeUpRows rows = new MadeUpRows();
        try (EmbeddedElasticsearch server =
                        EmbeddedElasticsearch.start(Installation.current().elasticsearchArchive(), folder, heap);
                ElasticsearchConnection connection = new ElasticsearchConnection(new ElasticsearchSettings(
                        List.of(server.url()), null, null, null, null, Duration.ofSeconds(60), PREFIX))) {
            fill(server.url(), rows);
            try (DeskServer desk = new DeskServer(DeskSettings.onPort(0), ports(connection))) {
                measure("http://127.0.0.1:" + desk.start(), new QueryKinds(rows.words()).all());
            }
        }
        return 0;
    }

    private void fill(URI server, MadeUpRows rows) throws IOException, InterruptedException {
        FilledIndex index = new FilledIndex(server, PREFIX + "statements");
        if (index.holds() == statements) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        long begin = System.nanoTime();
        index.fill(rows, statements, done -> {
            if (done % 100_000 == 0) {
                err.println(done + " statements");
            }
        });
        spec.commandLine()
                .getOut()
                .printf("%,d statements indexed in %d s%n", statements, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private static DeskPorts ports(ElasticsearchConnection connection) {
        return new DeskPorts(
                new ElasticsearchStatementIndex(connection, word -> word),
                new ElasticsearchStatementSummaries(connection, word -> word),
                new ElasticsearchEditIndex(connection),
                new ElasticsearchStatementStreams(connection, word -> word),
                new ReviewDesk(new ElasticsearchReviewIndex(connection), new NoDecisions(), InstantSource.system()),
                new ElasticsearchSavedSearches(connection),
                List::of,
                List::of,
                List::of,
                CopySource.none(),
                InstantSource.system());
    }

    private void measure(String desk, Map<String, IntFunction<String>> kinds) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-28s %8s %8s %8s %8s %8s%n", "ms", "p50", "p95", "most", "server", "desk");
        int before = Math.max(1, requests / 5);
        for (IntFunction<String> kind : kinds.values()) {
            for (int i = 0; i < warm; i++) {
                get(desk + kind.apply(requests + before + i));
            }
        }
        for (Map.Entry<String, IntFunction<String>> kind : kinds.entrySet()) {
            for (int i = 0; i < before; i++) {
                get(desk + kind.getValue().apply(requests + i));
            }
            double[] millis = new double[requests];
            long server = serverMillis();
            long own = ownMillis();
            for (int i = 0; i < requests; i++) {
                long begin = System.nanoTime();
                get(desk + kind.getValue().apply(i));
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
            double serving = (double) (serverMillis() - server) / requests;
            double writing = (double) (ownMillis() - own) / requests;
            Arrays.sort(millis);
            out.printf(
                    "%-28s %8.1f %8.1f %8.1f %8.1f %8.1f%n",
                    kind.getKey(), at(millis, 0.5), at(millis, 0.95), millis[requests - 1], serving, writing);
            out.flush();
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    }

    private void get(String address) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
    }

    /** Of this process: the desk, and who asks it. */
    private static long ownMillis() {
        return millis(ProcessHandle.current());
    }

    /** Of the search server this process started. */
    private static long serverMillis() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(DeskLatencyCommand::millis)
                .sum();
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }
}
