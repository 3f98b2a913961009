package org.watchword.bench.crawl;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchword.bench.process.BrokerCommand;
import org.watchword.bench.process.ChildProgram;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.publish.KafkaDocumentPublisher;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pages per second of the whole fetch stage beside Wget's, from one site on loopback with no pause between requests. */
@Command(
        name = "crawl-throughput",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches a made-up outlet on loopback, with no pause: Wget, and the whole fetch stage (robots.txt, sitemap, fetch,"
                    + " extract, archive synced to disk, publish to a real broker, state committed), in turns.",
            "Site and broker run in processes of their own. Needs wget."
        })
public final class CrawlThroughputCommand implements Callable<Integer> {

    @Option(names = "--pages", description = "Default: ${DEFAULT-VALUE}.")
    private int pages = 3000;

    @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}; the first warms up and does not count.")
    private int rounds = 5;

    @Option(names = "--threads", description = "Of the fetch stage. Default: ${DEFAULT-VALUE}.")
    private int threads = 16;

    @Option(names = "--padding", description = "Letters of script in each page. Default: ${DEFAULT-VALUE}.")
    private int padding = 30_000;

    @Option(names = "--latency-ms", description = "Time the site takes for each answer. Default: ${DEFAULT-VALUE}.")
    private int latency;

    @Option(names = "--no-kafka", negatable = true, description = "Leaves the broker out: documents are only counted.")
    private boolean kafka = true;

    @Option(
            names = "--no-extraction",
            negatable = true,
            description = "Leaves the reading of pages out: each becomes a document of its address.")
    private boolean extraction = true;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("watchword-throughput-");
        Path errors = work.resolve("children.log");
        try (ChildProgram site = ChildProgram.start(
                errors,
                List.of("-Xmx1g"),
                "site",
                "--pages=" + pages,
                "--padding=" + padding,
                "--latency-ms=" + latency)) {
            if (!kafka) {
                measure(work, site, new CountingSink());
                return 0;
            }
            try (ChildProgram broker = ChildProgram.start(
                            errors,
                            List.of("-Xmx512m"),
                            "broker",
                            work.resolve("kafka").toString());
                    KafkaDocumentPublisher publisher =
                            new KafkaDocumentPublisher(client(broker.said()), BrokerCommand.PREFIX)) {
                measure(work, site, publisher);
            }
        } finally {
            delete(work);
        }
        return 0;
    }

    private static Properties client(String servers) {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", servers);
        return client;
    }

    private void measure(Path work, ChildProgram site, DocumentPublisher publisher) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        String[] said = site.said().split(" ");
        String base = "http://127.0.0.1:" + said[0];
        Path list = Files.write(
                work.resolve("urls.txt"),
                IntStream.range(0, pages)
                        .mapToObj(i -> base + ArticleSite.path(i))
                        .toList());
        Map<String, List<String>> peers = new LinkedHashMap<>();
        peers.put("wget, a list", List.of("-q", "-x", "-i", list.toString()));
        peers.put("wget, recursive", List.of("-q", "-r", "-l", "inf", base + "/"));
        peers.put("wget, to WARC", List.of("-q", "-O", "/dev/null", "--warc-file=w", "-i", list.toString()));
        out.printf(
                "%s; %,d pages of %,d bytes on average, %d ms for each answer; %d threads; %d processors%n",
                Wget.version(),
                pages,
                Long.parseLong(said[1]) / pages,
                latency,
                threads,
                Runtime.getRuntime().availableProcessors());
        peers.forEach((name, options) -> out.printf("%-18s %s%n", name, Wget.shown(options)));
        Map<String, List<double[]>> results = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> peer : peers.entrySet()) {
                Path folder = Files.createDirectory(work.resolve("wget"));
                double siteCpu = site.cpuSeconds();
                Wget.Result result = Wget.run(folder, peer.getValue());
                note(
                        out,
                        results,
                        round,
                        peer.getKey(),
                        result.seconds(),
                        result.cpuSeconds(),
                        site.cpuSeconds() - siteCpu);
                delete(folder);
            }
            Path folder = work.resolve("data-" + round);
            double siteCpu = site.cpuSeconds();
            Crawl.Result result = crawl(folder, base, publisher);
            note(
                    out,
                    results,
                    round,
                    "fetch stage",
                    result.seconds(),
                    result.cpuSeconds(),
                    site.cpuSeconds() - siteCpu);
            delete(folder);
        }
        summary(out, results);
        out.flush();
    }

    private Crawl.Result crawl(Path folder, String base, DocumentPublisher publisher)
            throws IOException, InterruptedException {
        IngestSettings settings = IngestSettings.defaults(folder)
                .with()
                .threads(threads)
                .delay(Duration.ZERO)
                .build();
        Source source = new Source.Sitemap(
                Profile.of("wire", "The Harbour Wire"),
                List.of(base + "/sitemap.xml"),
                org.watchword.ingest.source.Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO));
        Crawl.Result result = Crawl.run(
                settings,
                List.of(source),
                extraction ? new HtmlExtractor() : AddressOnly.INSTANCE,
                publisher,
                pages,
                Duration.ofMinutes(10));
        if (!result.counts().equals(Map.of("emitted", (long) pages))) {
            throw new IllegalStateException("not every page became a document: " + result.counts());
        }
        return result;
    }

    /** Reads nothing. */
    private enum AddressOnly implements PageExtractor {
        INSTANCE;

        @Override
        public Extraction extract(Page page) {
            return Extraction.Article.ofText(page.url());
        }
    }

    private void note(
            PrintWriter out,
            Map<String, List<double[]>> results,
            int round,
            String name,
            double seconds,
            double cpu,
            double siteCpu) {
        out.printf(
                "round %d  %-18s %7.0f pages/s  %6.2f s, processor %6.2f s, the site's %5.2f s%n",
                round, name, pages / seconds, seconds, cpu, siteCpu);
        out.flush();
        if (round > 0 || rounds == 1) {
            results.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new double[] {pages / seconds, cpu / pages * 1e3});
        }
    }

    private static void summary(PrintWriter out, Map<String, List<double[]>> results) {
        double ours = median(results.getOrDefault("fetch stage", List.of()), 0);
        results.forEach((name, runs) -> out.printf(
                "median   %-18s %7.0f pages/s, %.2f ms of processor time per page; fetch stage to this: %.2f%n",
                name, median(runs, 0), median(runs, 1), ours / median(runs, 0)));
    }

    private static double median(List<double[]> runs, int column) {
        double[] sorted = runs.stream().mapToDouble(r -> r[column]).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : Arrays.stream(sorted)
                        .skip((sorted.length - 1) / 2)
                        .limit(2 - sorted.length % 2)
                        .average()
                        .orElse(0);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
