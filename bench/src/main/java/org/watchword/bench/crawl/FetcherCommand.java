package org.watchword.bench.crawl;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.watchword.bench.process.BrokerCommand;
import org.watchword.bench.process.ChildProgram;
import org.watchword.ingest.FetchRole;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.publish.KafkaDocumentPublisher;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The real fetch stage in a process of its own, to be killed; left alone it ends when nothing is due any more. */
@Command(name = "fetcher", hidden = true, description = "Runs the fetch stage on one sitemap until nothing is due.")
public final class FetcherCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--sitemap", required = true)
    private String sitemap = "";

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    @Option(names = "--threads")
    private int threads = 4;

    static Source source(String sitemap) {
        return new Source.Sitemap(
                Profile.of("wire", "The Harbour Wire"),
                List.of(sitemap),
                org.watchword.ingest.source.Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO));
    }

    @Override
    public Integer call() throws Exception {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", kafka);
        IngestSettings settings = IngestSettings.defaults(data)
                .with()
                .threads(threads)
                .delay(Duration.ZERO)
                // Many small files, so that kills also fall on the end of one and the beginning of the next.
                .archiveMaxFileBytes(2 << 20)
                .build();
        try (KafkaDocumentPublisher publisher = new KafkaDocumentPublisher(client, BrokerCommand.PREFIX);
                FetchRole role = new FetchRole(
                        settings,
                        SourceCatalog.of(List.of(source(sitemap))),
                        new HtmlExtractor(),
                        publisher,
                        InstantSource.system())) {
            ChildProgram.ready("");
            role.start();
            int quiet = 0;
            while (quiet < 5) {
                TimeUnit.MILLISECONDS.sleep(50);
                quiet = role.idle() ? quiet + 1 : 0;
            }
        }
        return 0;
    }
}
