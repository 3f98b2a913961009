package org.watchword.bench.day;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchword.bench.day.ScriptedWeb.Asked;
import org.watchword.ingest.FetchRole;
import org.watchword.ingest.IngestSettings;
import org.watchword.ingest.Surroundings;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.source.Crawl;
import org.watchword.ingest.source.Profile;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** Runs the stage through one day of {@link Outlets}. */
final class SimulatedDay {

    static final Instant MIDNIGHT = Instant.parse("2031-05-06T00:00:00Z");
    static final Duration LENGTH = Duration.ofHours(24);

    private SimulatedDay() {}

    /**
     * What came of it.
     *
     * @param asked every request, by host, in order
     * @param days coverage of 6 May, by source; a source is named after its host
     */
    record Outcome(
            IngestSettings settings,
            Map<String, List<Asked>> asked,
            Map<String, SourceDay> days,
            Map<String, StageCounts> counts) {

        List<Asked> asked(String host) {
            return asked.getOrDefault(host, List.of());
        }

        /** Times between the requests for one address, in order. */
        List<Duration> intervals(String host, String path) {
            List<Instant> times = asked(host).stream()
                    .filter(a -> a.path().equals(path))
                    .map(Asked::at)
                    .toList();
            return java.util.stream.IntStream.range(1, times.size())
                    .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                    .toList();
        }

        /** What polling at the shortest intervals the settings allow would have asked for, from the first sight of each address. */
        long naive() {
            long sum = 0;
            for (List<Asked> host : asked.values()) {
                Map<String, Instant> first = new TreeMap<>();
                host.forEach(a -> first.putIfAbsent(a.path(), a.at()));
                for (Map.Entry<String, Instant> address : first.entrySet()) {
                    Duration every = address.getKey().equals("/feed")
                            ? settings.revisit().least()
                            : settings.pageRevisit().least();
                    if (!address.getKey().equals("/robots.txt")) {
                        sum += 1
                                + Duration.between(address.getValue(), MIDNIGHT.plus(LENGTH))
                                        .dividedBy(every);
                    }
                }
            }
            return sum;
        }

        long requests() {
            return asked.values().stream().mapToLong(List::size).sum();
        }
    }

    /** @throws IOException when the day does not end within the time given */
    static Outcome run(Path data, DocumentPublisher publisher, Duration most) throws IOException, InterruptedException {
        SimulatedTime time = new SimulatedTime(MIDNIGHT, LENGTH);
        Map<String, ScriptedWeb.Host> hosts = new Outlets(MIDNIGHT).hosts();
        ScriptedWeb web = new ScriptedWeb(time, hosts);
        IngestSettings settings = IngestSettings.defaults(data)
                .with()
                .threads(1)
                .contact("desk@example.org")
                .build();
        List<Source> sources = hosts.keySet().stream()
                .sorted()
                .<Source>map(host ->
                        new Source.Feed(Profile.of(host, host), List.of("https://" + host + "/feed"), Crawl.DEFAULT))
                .toList();
        try (FetchRole role = new FetchRole(
                settings,
                SourceCatalog.of(sources),
                new HtmlExtractor(),
                publisher,
                FetchListener.NONE,
                new Surroundings(time, time, web))) {
            role.start();
            if (!time.awaitEnd(most)) {
                throw new IOException("the day has not ended after " + most + ", it is " + time.instant());
            }
            return new Outcome(
                    settings,
                    web.log().stream().collect(Collectors.groupingBy(Asked::host, TreeMap::new, Collectors.toList())),
                    role.coverage().stream()
                            .filter(day -> day.day()
                                    .equals(MIDNIGHT.atZone(java.time.ZoneOffset.UTC)
                                            .toLocalDate()))
                            .collect(Collectors.toMap(SourceDay::source, day -> day)),
                    role.counts().stream().collect(Collectors.toMap(StageCounts::scope, c -> c)));
        }
    }
}
