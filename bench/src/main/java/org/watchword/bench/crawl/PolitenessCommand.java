package org.watchword.bench.crawl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.watchword.bench.process.ChildProgram;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many hosts at once, none of them twice within its delay: read from the site's own log. */
@Command(
        name = "politeness",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches a few pages from each of many hosts on loopback (127.1.x.y, a process of their own) with a delay per host, and reads"
                    + " from the hosts' own log whether one was asked twice within it.",
            "Exit code 1 when one was."
        })
public final class PolitenessCommand implements Callable<Integer> {

    @Option(names = "--hosts", description = "Default: ${DEFAULT-VALUE}.")
    private int hosts = 1000;

    @Option(names = "--pages", description = "Of each host. Default: ${DEFAULT-VALUE}.")
    private int pages = 5;

    @Option(names = "--delay-ms", description = "Default: ${DEFAULT-VALUE}.")
    private int delay = 1000;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 16;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path work = Files.createTempDirectory("watchword-politeness-");
        try {
            Outcome outcome = run(work, hosts, pages, Duration.ofMillis(delay), threads);
            Manners manners = outcome.manners;
            // robots.txt is a request like any other.
            double ideal = pages * delay / 1e3;
            out.printf(
                    "%,d hosts, robots.txt and %d pages of each, %d ms between two requests to a host, %d threads%n",
                    hosts, pages, delay, threads);
            out.printf(
                    "%,d requests in %.1f s; no order of requests could take less than %.1f s (%.2f times that)%n",
                    manners.requests(), outcome.seconds, ideal, outcome.seconds / ideal);
            out.printf(
                    "shortest time between two requests to a host: %.1f ms from the end of one answer, %.1f ms from start to start%n",
                    manners.fromAnswer() / 1e6, manners.fromStart() / 1e6);
            out.printf("requests within the delay: %d%n", manners.tooSoon().size());
            manners.tooSoon().stream().limit(20).forEach(out::println);
            out.printf("ended as: %s%n", outcome.counts);
            out.flush();
            return manners.tooSoon().isEmpty() ? 0 : 1;
        } finally {
            CrawlThroughputCommand.delete(work);
        }
    }

    /** @param seconds from the first request to the end of the last answer, by the hosts' log */
    record Outcome(double seconds, Map<String, Long> counts, Manners manners) {}

    static Outcome run(Path work, int hosts, int pages, Duration delay, int threads)
            throws IOException, InterruptedException {
        Path log = work.resolve("requests.tsv");
        Map<String, Long> counts;
        try (ChildProgram site = ChildProgram.start(
                work.resolve("children.log"),
                List.of("-Xmx256m"),
                "site",
                "--pages=" + pages,
                "--hosts=" + hosts,
                "--padding=5000",
                "--log=" + log)) {
            String port = site.said().split(" ")[0];
            List<String> urls = new ArrayList<>();
            SiteCommand.addresses(hosts).forEach(address -> {
                for (int i = 0; i < pages; i++) {
                    urls.add("http://" + address.getHostAddress() + ":" + port + ArticleSite.path(i));
                }
            });
            Path table = Files.write(work.resolve("urls.txt"), urls);
            IngestSettings settings = IngestSettings.defaults(work.resolve("data"))
                    .with()
                    .threads(threads)
                    .delay(delay)
                    .build();
            Source source = new Source.Urls(
                    Profile.of("many", "Many Outlets"),
                    table,
                    org.watchword.ingest.source.Crawl.DEFAULT.withLoopback().withDelay(delay));
            counts = Crawl.run(
                            settings,
                            List.of(source),
                            new HtmlExtractor(),
                            new CountingSink(),
                            hosts * pages,
                            Duration.ofMinutes(20))
                    .counts();
        }
        List<RequestLog.Entry> requests = RequestLog.read(log);
        long begin =
                requests.stream().mapToLong(RequestLog.Entry::arrived).min().orElse(0);
        long end = requests.stream().mapToLong(RequestLog.Entry::answered).max().orElse(0);
        return new Outcome((end - begin) / 1e9, counts, Manners.of(requests, delay));
    }
}
