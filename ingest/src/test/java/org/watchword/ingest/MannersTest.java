package org.watchword.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.DirectivePolicy;
import org.watchword.ingest.page.DirectivePolicy.Heed;
import org.watchword.ingest.robots.Manners;
import org.watchword.ingest.robots.RobotsPolicy;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.ingest.testing.InMemoryPublisher;
import org.watchword.ingest.testing.TestingSite;

/** What hosts and pages ask of us, on the whole way from the list to the counted end. */
class MannersTest {

    private static final String TEXT =
            "<article><h1>Council opens the bridge</h1><p>The council of Lower Vale opened the"
                    + " new bridge on Monday, and the mayor thanked the builders who had worked through the winter.</p><p>The bridge"
                    + " joins the two halves of the town for the first time since the flood, and traffic is expected to grow.</p>"
                    + "</article>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final InMemoryPublisher publisher = new InMemoryPublisher();
    private final TestingSite site = new TestingSite();
    private final Map<String, String> reasons = Collections.synchronizedMap(new HashMap<>());

    @AfterEach
    void close() {
        site.close();
    }

    private Map<String, Long> run(Manners manners, Duration retryDelay) throws Exception {
        Source list = new Source.LinkList(
                Profile.of("vale", "The Vale Courier"),
                List.of(site.url("/list")),
                "li",
                Crawl.DEFAULT.withLoopback().withDelay(Duration.ZERO));
        IngestSettings settings = IngestSettings.defaults(data)
                .with()
                .threads(3)
                .retryDelay(retryDelay)
                .manners(manners)
                .build();
        FetchListener listener = new FetchListener() {
            @Override
            public void ended(String source, String origin, String status, String reason) {
                reasons.put(status, reason);
            }

            @Override
            public void passed(String source, String problem) {
                reasons.put("pass", problem);
            }
        };
        try (FetchRole role = new FetchRole(
                settings,
                SourceCatalog.of(List.of(list)),
                new HtmlExtractor(),
                publisher,
                InstantSource.system(),
                listener)) {
            role.start();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!role.idle()) {
                assertThat(System.nanoTime()).as("the role becomes idle").isLessThan(end);
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
            // A page under way is due no longer only when it has ended.
            return role.counts().get(0).out();
        }
    }

    private void page(String path, String head, String... headers) {
        site.on(path, exchange -> {
            for (String header : headers) {
                exchange.getResponseHeaders().add("X-Robots-Tag", header);
            }
            TestingSite.send(
                    exchange,
                    200,
                    "text/html",
                    ("<html><head>" + head + "</head><body>" + TEXT.replace("Lower Vale", "Lower Vale " + path))
                            .getBytes(StandardCharsets.UTF_8));
        });
    }

    private void pagesThatAsk() {
        site.list("/plain", "/noindex", "/none", "/noarchive", "/header", "/expired", "/later", "/ours", "/others");
        page("/plain", "<meta name=robots content='index,follow'>");
        page("/noindex", "<meta name=robots content=noindex>");
        page("/none", "", "none");
        page("/noarchive", "<meta name='ROBOTS' content='noarchive'>");
        page("/header", "", "otherbot: none", "Watchword: noarchive");
        page("/expired", "<meta name=robots content='unavailable_after: 2020-01-01'>");
        page("/later", "", "unavailable_after: 1 Jan 2100 00:00:00 GMT");
        page("/ours", "<meta name=Watchword content=noindex>");
        page("/others", "<meta name=otherbot content=noindex>", "otherbot: noarchive");
    }

    @Test
    void whatPagesAskOfRobotsIsRespected() throws Exception {
        pagesThatAsk();

        Map<String, Long> out = run(Manners.DEFAULT, Duration.ofMillis(20));

        assertThat(out)
                .containsOnly(
                        Map.entry("emitted", 3L),
                        Map.entry("refused:noindex", 3L),
                        Map.entry("refused:noarchive", 2L),
                        Map.entry("refused:unavailable-after", 1L));
        assertThat(reasons.get("refused:noarchive")).contains("no copy");
        assertThat(reasons.get("refused:unavailable-after")).contains("2020-01-01");
        assertThat(archived()).contains("/plain").doesNotContain("/noarchive").doesNotContain("/header");
    }

    @Test
    void whatPagesAskMayBeSetToBeIgnored() throws Exception {
        pagesThatAsk();
        DirectivePolicy ignore = new DirectivePolicy(Heed.IGNORE, Heed.IGNORE, Heed.IGNORE, Heed.IGNORE);

        Map<String, Long> out = run(
                new Manners(RobotsPolicy.DEFAULT, ignore, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                Duration.ofMillis(20));

        assertThat(out).containsOnly(Map.entry("emitted", 9L));
    }

    @Test
    void aListThatAsksNotToBeFollowedLeadsNowhere() throws Exception {
        site.html("/list", "<meta name=robots content=nofollow><ul><li><a href=/a>a</a></ul>")
                .article("/a", "Words.");

        assertThat(run(Manners.DEFAULT, Duration.ofMillis(20))).containsExactly(Map.entry("refused:nofollow", 1L));

        assertThat(site.count("/a")).isZero();
        assertThat(reasons.get("pass")).contains("not to follow");
    }

    /** One page of a host is turned away: none of its pages is asked for before the time is over. */
    @Test
    void aHostThatIsBusyIsLeftAloneAsAWhole() throws Exception {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger turnedAway = new AtomicInteger();
        String[] paths = {"/a", "/b", "/c", "/d"};
        site.list(paths);
        for (String path : paths) {
            site.on(path, exchange -> {
                times.add(System.nanoTime());
                if (turnedAway.getAndIncrement() < 2) {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    exchange.sendResponseHeaders(429, -1);
                    return;
                }
                TestingSite.send(
                        exchange,
                        200,
                        "text/html",
                        TEXT.replace("Lower Vale", "Lower Vale " + path).getBytes(StandardCharsets.UTF_8));
            });
        }

        Map<String, Long> out = run(Manners.DEFAULT, Duration.ofMillis(100));

        assertThat(out).containsOnly(Map.entry("emitted", 4L));
        assertThat(times).hasSize(6);
        assertThat(times.get(1) - times.get(0))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(times.get(2) - times.get(1))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }

    private String archived() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data.resolve("archive"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".warc.gz")).toList()) {
                try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
