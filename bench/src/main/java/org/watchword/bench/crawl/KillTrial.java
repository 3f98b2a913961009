package org.watchword.bench.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.watchword.bench.process.ChildProgram;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.UrlState;
import org.watchword.model.Document;

/**
 * A fetch stage that is killed again and again while it works on one site, then left to end; and what is found afterwards in the site's
 * log, its own state, its archive and the topic. Everything is real, and the site, the broker and the stage are processes of their own.
 */
final class KillTrial {

    private static final long SITE_SEED = 20310506L;
    private static final int PADDING = 5_000;

    private final Path work;
    private final int pages;
    private final int threads;
    private final Random random;
    private final List<String> problems = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param duringWork kills that hit the stage before its last page
     * @param repeats requests for an article beyond the first, over all articles
     * @param tornBytes cut off by restarts at the ends of files
     * @param documents on the topic, repeated ones included
     * @param problems in words; empty when all is as it should be
     */
    record Outcome(
            int kills,
            int duringWork,
            long repeats,
            long tornBytes,
            int warcFiles,
            int documents,
            Map<String, Long> counts,
            List<String> problems) {}

    KillTrial(Path work, int pages, int threads, long seed) {
        this.work = work;
        this.pages = pages;
        this.threads = threads;
        this.random = new Random(seed);
    }

    /** @param longestMillis from a start to its kill, at most */
    Outcome run(int kills, int longestMillis) throws Exception {
        Path errors = work.resolve("children.log");
        Path log = work.resolve("requests.tsv");
        Path data = work.resolve("data");
        ArchiveWitness witness = new ArchiveWitness(data.resolve("archive"));
        List<Document> documents;
        String base;
        int duringWork = 0;
        try (ChildProgram broker = ChildProgram.start(
                errors, List.of("-Xmx512m"), "broker", work.resolve("kafka").toString())) {
            try (ChildProgram site = ChildProgram.start(
                    errors,
                    List.of("-Xmx512m"),
                    "site",
                    "--pages=" + pages,
                    "--padding=" + PADDING,
                    "--latency-ms=2",
                    "--log=" + log)) {
                base = "http://127.0.0.1:" + site.said().split(" ")[0];
                for (int i = 0; i < kills; i++) {
                    ChildProgram stage = fetcher(errors, data, base, broker.said());
                    TimeUnit.MILLISECONDS.sleep(1 + random.nextInt(longestMillis));
                    duringWork += stage.isAlive() ? 1 : 0;
                    stage.kill();
                    problems.addAll(witness.look("after kill " + (i + 1)));
                }
                try (ChildProgram last = fetcher(errors, data, base, broker.said())) {
                    if (!last.ended(5)) {
                        problems.add("left alone, the stage did not end in 5 minutes");
                    }
                }
            }
            documents = Published.documents(broker.said());
        }
        problems.addAll(witness.look("at the end"));
        if (witness.torn("at the end") > 0) {
            problems.add("the archive ends in half a record after a clean end");
        }
        long repeats = requests(RequestLog.read(log), kills);
        Map<String, Long> counts = state(data, base);
        documents(documents, base, data);
        return new Outcome(
                kills, duringWork, repeats, witness.tornBytes(), witness.files(), documents.size(), counts, problems);
    }

    private ChildProgram fetcher(Path errors, Path data, String base, String broker) throws IOException {
        return ChildProgram.start(
                errors,
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                "fetcher",
                "--data=" + data,
                "--sitemap=" + base + "/sitemap.xml",
                "--kafka=" + broker,
                "--threads=" + threads);
    }

    /** Each article is asked for once, and at most those under way at a kill once more. */
    private long requests(List<RequestLog.Entry> log, int kills) {
        Map<String, Long> asked = log.stream()
                .filter(entry -> entry.path().startsWith("/articles/"))
                .collect(Collectors.groupingBy(RequestLog.Entry::path, Collectors.counting()));
        for (int i = 0; i < pages; i++) {
            if (!asked.containsKey(ArticleSite.path(i))) {
                problems.add(ArticleSite.path(i) + " was never asked for");
            }
        }
        long repeats = asked.values().stream().mapToLong(n -> n - 1).sum();
        if (repeats > (long) kills * threads) {
            problems.add(
                    repeats + " repeated requests, more than " + threads + " under way at each of " + kills + " kills");
        }
        return repeats;
    }

    /** In its own account each address has ended once. */
    private Map<String, Long> state(Path data, String base) throws IOException {
        try (FetchState state = FetchState.open(data.resolve("fetch"))) {
            for (int i = 0; i < pages; i++) {
                String url = base + ArticleSite.path(i);
                UrlState known = state.frontier().find(url).orElse(null);
                if (known == null || known.textSha256() == null || known.rhythm() == null || known.failures() > 0) {
                    problems.add("the state of " + url + " is not that of a page captured once: " + known);
                }
            }
            if (!state.pending().isEmpty()) {
                problems.add(state.pending().size() + " documents wait to be published after a clean end");
            }
            Map<String, Long> counts = new TreeMap<>(state.counters().getOrDefault("wire", new TreeMap<>()));
            if (!counts.equals(Map.of("emitted", (long) pages))) {
                problems.add("counted " + counts + ", not " + pages + " emitted");
            }
            return counts;
        }
    }

    /** Each article is a document on the topic, each document's bytes are in the archive and are those the site holds. */
    private void documents(List<Document> documents, String base, Path data) {
        ArticleSite site = new ArticleSite(pages, SITE_SEED, PADDING, base);
        Map<String, byte[]> held = new HashMap<>();
        IntStream.range(0, pages).forEach(i -> held.put(base + ArticleSite.path(i), site.bytes(i)));
        Map<String, List<Document>> byUrl = documents.stream().collect(Collectors.groupingBy(Document::url));
        held.forEach((url, bytes) -> {
            List<Document> versions = byUrl.getOrDefault(url, List.of());
            if (versions.isEmpty()) {
                problems.add("no document of " + url);
            } else if (versions.stream().map(Document::textSha256).distinct().count() > 1) {
                problems.add("two versions of " + url + ", which never changed");
            }
        });
        problems.addAll(ArchiveWitness.compare(data.resolve("archive"), documents, held));
    }
}
