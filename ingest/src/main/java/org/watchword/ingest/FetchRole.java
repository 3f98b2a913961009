package org.watchword.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.InputFiles;
import org.watchword.ingest.collect.LinkDiscovery;
import org.watchword.ingest.collect.LocalCollector;
import org.watchword.ingest.collect.PageCollector;
import org.watchword.ingest.collect.PageManners;
import org.watchword.ingest.collect.WebPass;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.HostPauses;
import org.watchword.ingest.frontier.UrlState;
import org.watchword.ingest.http.Fetcher;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.robots.HostBackoff;
import org.watchword.ingest.robots.HostPacing;
import org.watchword.ingest.robots.Manners;
import org.watchword.ingest.robots.Outages;
import org.watchword.ingest.robots.PacedHttp;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.robots.ProductToken;
import org.watchword.ingest.robots.RobotRules;
import org.watchword.ingest.robots.Waiting;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/**
 * Runs the fetch stage: passes over sources and attempts at pages on a few threads, until closed. The publisher stays the caller's to
 * close, after this.
 */
public final class FetchRole implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FetchRole.class);
    private static final String STAGE = "fetch";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final IngestSettings settings;
    private final SourceCatalog catalog;
    private final DocumentPublisher publisher;
    private final InstantSource clock;
    private final FetchState state;
    private final Archive archive;
    private final Fetcher http;
    private final Waiting waiting;
    private final PageCollector pages;
    private final Passes passes;
    private final HostPacing pacing;
    private final HostPauses pauses;
    private final List<Thread> workers = new ArrayList<>();
    /** Notified when {@link #stopping} becomes true. */
    private final Object stop = new Object();

    private volatile boolean stopping;
    private SortedMap<String, SortedMap<String, Long>> published = new TreeMap<>();
    private Instant coveragePublished = Instant.EPOCH;
    private volatile boolean closed;

    /** As the other constructor, without a listener. */
    public FetchRole(
            IngestSettings settings,
            SourceCatalog catalog,
            PageExtractor extractor,
            DocumentPublisher publisher,
            InstantSource clock)
            throws IOException {
        this(settings, catalog, extractor, publisher, clock, FetchListener.NONE);
    }

    /**
     * Opens state and archive; nothing runs before {@link #start}.
     *
     * @throws org.watchword.model.ConfigException when another process fetches into the data folder
     * @throws IOException when the data folder cannot be used
     */
    public FetchRole(
            IngestSettings settings,
            SourceCatalog catalog,
            PageExtractor extractor,
            DocumentPublisher publisher,
            InstantSource clock,
            FetchListener listener)
            throws IOException {
        this(settings, catalog, extractor, publisher, listener, Surroundings.real(settings, clock));
    }

    /** As the other constructor, in other surroundings: a web and a time that are scripted. */
    public FetchRole(
            IngestSettings settings,
            SourceCatalog catalog,
            PageExtractor extractor,
            DocumentPublisher publisher,
            FetchListener listener,
            Surroundings surroundings)
            throws IOException {
        this.settings = settings;
        this.catalog = catalog;
        this.publisher = publisher;
        this.clock = surroundings.clock();
        this.waiting = surroundings.waiting();
        this.http = surroundings.web();
        try {
            this.state = FetchState.open(settings.dataFolder().resolve(STAGE));
        } catch (IOException | RuntimeException e) {
            http.close();
            throw e;
        }
        try {
            this.archive = Archive.open(
                    settings.dataFolder().resolve("archive"),
                    settings.archiveMaxFileBytes(),
                    clock,
                    settings.userAgentHeader());
        } catch (IOException | RuntimeException e) {
            http.close();
            state.close();
            throw e;
        }
        this.pacing = new HostPacing(clock, waiting);
        this.pauses = state.hostPauses(settings.manners().maxCrawlDelay());
        PoliteFetcher polite = polite(settings, http, pacing, state.robotsOutages(), clock);
        PageManners manners = manners(settings, extractor, clock);
        this.pages = new PageCollector(
                polite, extractor, manners, archive, state, publisher, settings.pace(), clock, listener);
        LinkDiscovery discovery = new LinkDiscovery(polite, settings.limits(), settings.pace(), manners, clock);
        WebPass web = new WebPass(discovery, state, new BackfillRequests(settings.dataFolder()), clock, listener);
        InputFiles files = new InputFiles(extractor, clock, settings.limits().maxDecompressedBytes());
        LocalCollector local = new LocalCollector(archive, state, publisher, clock, listener, files);
        this.passes = new Passes(settings, catalog, web, local, state, clock, listener);
    }

    static PoliteFetcher polite(
            IngestSettings settings, Fetcher http, HostPacing pacing, Outages outages, InstantSource clock) {
        Manners manners = settings.manners();
        HostBackoff backoff = new HostBackoff(
                settings.retryDelay(), manners.maxBackoff(), manners.maxRetryAfter(), new SplittableRandom());
        PacedHttp paced = new PacedHttp(pacing, backoff);
        return new PoliteFetcher(
                http,
                new RobotRules(http, paced, manners.robots(), outages, clock, settings.userAgent()),
                paced,
                settings.limits().maxRedirects(),
                manners.maxCrawlDelay());
    }

    static PageManners manners(IngestSettings settings, PageExtractor reader, InstantSource clock) {
        return new PageManners(
                reader,
                ProductToken.leading(settings.userAgent()),
                settings.manners().pages(),
                clock);
    }

    /** Publishes what an earlier run left unfinished, then begins to collect. */
    public void start() {
        List<Source> enabled = catalog.enabled();
        boolean web = enabled.stream()
                .anyMatch(s -> s instanceof Source.Web w && !w.crawl().allowLoopback());
        if (web && settings.contact().isBlank()) {
            log.warn("No contact is set (ingest.contact): sites cannot reach whoever runs this crawler");
        }
        enabled.forEach(s -> state.coverage().watched(s.id(), clock.instant()));
        state.frontier().activate(enabled.stream().map(Source::id).toList());
        restPauses();
        for (int i = 0; i < settings.threads(); i++) {
            begin("fetch-" + i, this::work);
        }
        begin("fetch-counts", this::publishCounts);
        log.info("Fetching from {} sources", enabled.size());
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        // One that waits for a broker that is gone must not keep the process alive.
        thread.setDaemon(true);
        workers.add(thread);
        thread.start();
    }

    private boolean stopping() {
        return stopping;
    }

    private void rest(Duration most) throws InterruptedException {
        synchronized (stop) {
            if (!stopping) {
                waiting.on(stop, most);
            }
        }
    }

    private void work() {
        try {
            while (!stopping()) {
                try {
                    if (!step()) {
                        rest(LOOK_AGAIN);
                    }
                } catch (IOException | RuntimeException e) {
                    if (!stopping()) {
                        log.error("Fetching waits {} s: {}", AFTER_TROUBLE.toSeconds(), e.toString());
                        rest(AFTER_TROUBLE);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does one thing that is due; false when nothing is. */
    private boolean step() throws IOException, InterruptedException {
        if (passes.recover(pages::publishPending)) {
            return true;
        }
        if (passes.runDue(this::stopping)) {
            return true;
        }
        var claimed = state.frontier().claim(clock.instant(), pacing::waitMillis);
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            Optional<Source> source = catalog.find(claimed.get().source());
            if (source.isPresent() && source.get() instanceof Source.Web web) {
                pages.collect(claimed.get(), web);
            } else {
                // The id now names a source of another kind: its old addresses rest.
                state.frontier().postpone(claimed.get(), clock.instant(), Duration.ofDays(365));
            }
        } finally {
            giveBack(claimed.get());
        }
        return true;
    }

    private void giveBack(UrlState url) {
        Duration wait = Duration.ofMillis(pacing.waitMillis(url.host()));
        Instant now = clock.instant();
        pauses.note(url.host(), wait, now);
        state.frontier().release(url, now.plus(wait));
    }

    /** A process that was killed may have asked a host a moment ago: each is given its pause, whatever it was. */
    private void restPauses() {
        Instant now = clock.instant();
        Map<String, HostPauses.Pause> known = pauses.all();
        for (String host : state.frontier().hosts()) {
            HostPauses.Pause pause = known.getOrDefault(host, new HostPauses.Pause(settings.delay(), null));
            pacing.backOff(host, Duration.between(now, pause.freeAt(now)));
        }
        known.forEach((host, pause) -> pacing.backOff(host, Duration.between(now, pause.freeAt(now))));
    }

    /** What has ended so far, one scope per source, since the data folder was first used. */
    public List<StageCounts> counts() {
        return counts(state.counters(), clock.instant());
    }

    private List<StageCounts> counts(SortedMap<String, SortedMap<String, Long>> counters, Instant now) {
        TreeSet<String> scopes = new TreeSet<>(counters.keySet());
        catalog.enabled().forEach(s -> scopes.add(s.id()));
        List<StageCounts> all = new ArrayList<>();
        for (String scope : scopes) {
            SortedMap<String, Long> out = counters.getOrDefault(scope, new TreeMap<>());
            long in = out.values().stream().mapToLong(Long::longValue).sum();
            all.add(new StageCounts(STAGE, scope, in, out, now));
        }
        return all;
    }

    /** What was seen of each source on each day, so that silence is not taken for absence. */
    public List<SourceDay> coverage() {
        return state.coverage().since(Instant.EPOCH);
    }

    /** The archive, for reading. */
    public Archive archive() {
        return archive;
    }

    /** Whether every enabled source has ended its first pass since {@link #start} and no page is due now or under way. */
    public boolean idle() {
        return passes.allPassedOnce() && !state.frontier().anyDue(clock.instant());
    }

    private void publishCounts() {
        try {
            while (!stopping) {
                synchronized (stop) {
                    if (!stopping) {
                        Waiting.REAL.on(stop, settings.countsInterval());
                    }
                }
                publishChangedCounts();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void publishChangedCounts() {
        SortedMap<String, SortedMap<String, Long>> now = state.counters();
        try {
            for (StageCounts counts : counts(now, clock.instant())) {
                Map<String, Long> before = published.get(counts.scope());
                if (before == null || !before.equals(counts.out())) {
                    publisher.counts(counts);
                }
            }
            catalog.enabled().forEach(s -> now.putIfAbsent(s.id(), new TreeMap<>()));
            published = now;
            Instant before = clock.instant();
            List<SourceDay> days = state.coverage().since(coveragePublished);
            if (!days.isEmpty()) {
                publisher.coverage(days);
            }
            // Equal moments are published twice rather than not at all.
            coveragePublished = before;
        } catch (RuntimeException e) {
            log.warn("Counts could not be published, will try again: {}", e.toString());
        }
    }

    /** Ends work under way, at most {@link IngestSettings#drain} long; what has not ended by then is repeated by the next run. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        synchronized (stop) {
            stopping = true;
            stop.notifyAll();
        }
        pacing.close();
        Instant until = clock.instant().plus(settings.drain());
        for (Thread worker : workers) {
            join(worker, Duration.between(clock.instant(), until));
        }
        // Aborts requests that did not end in time.
        http.close();
        // Nobody is interrupted: an interrupt would close the archive's channel in the middle of a record.
        for (Thread worker : workers) {
            join(worker, Duration.ofSeconds(1));
        }
        publishChangedCounts();
        try (state) {
            archive.close();
        }
        log.info("Fetching stopped");
    }

    private static void join(Thread worker, Duration most) {
        try {
            worker.join(Math.max(1, most.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
