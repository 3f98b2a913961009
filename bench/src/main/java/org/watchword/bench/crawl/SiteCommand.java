package org.watchword.bench.crawl;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.bench.process.ChildProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A site in a process of its own, until its input ends; then it writes its log. */
@Command(name = "site", hidden = true, description = "Serves a made-up outlet on loopback until its input ends.")
public final class SiteCommand implements Callable<Integer> {

    @Option(names = "--pages")
    private int pages = 2000;

    /** Hosts are 127.1.0.1 and those that follow; with one, 127.0.0.1. */
    @Option(names = "--hosts")
    private int hosts = 1;

    @Option(names = "--padding")
    private int padding = 30_000;

    @Option(names = "--latency-ms")
    private int latency;

    @Option(names = "--log")
    private @Nullable Path log;

    @Override
    public Integer call() throws IOException {
        RequestLog requests = new RequestLog();
        LazySite site = new LazySite();
        try (SiteServer server = new SiteServer(addresses(hosts), site, requests, Duration.ofMillis(latency))) {
            String base = "http://127.0.0.1:" + server.port();
            ArticleSite articles = new ArticleSite(pages, 20310506L, padding, base);
            site.articles = articles;
            ChildProgram.ready(server.port() + " " + articles.bytes());
            ChildProgram.awaitEndOfInput();
        }
        if (log != null) {
            requests.write(log);
        }
        return 0;
    }

    /** The pages name the port, which is known when the server runs. */
    private static final class LazySite implements SiteServer.Site {
        private volatile @Nullable ArticleSite articles;

        @Override
        public SiteServer.Answer answer(String host, String path, String head) {
            ArticleSite known = articles;
            return known == null ? SiteServer.Answer.notFound() : known.answer(host, path, head);
        }
    }

    static List<InetAddress> addresses(int hosts) throws IOException {
        if (hosts == 1) {
            return List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        }
        InetAddress[] all = new InetAddress[hosts];
        for (int i = 0; i < hosts; i++) {
            all[i] = InetAddress.getByAddress(new byte[] {127, 1, (byte) (i / 250), (byte) (i % 250 + 1)});
        }
        return List.of(all);
    }
}
