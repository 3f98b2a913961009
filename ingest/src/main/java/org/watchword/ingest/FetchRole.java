package org.watchword.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.archive.Archive;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.WatchedFetcher;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.HostCounts;
import org.watchword.ingest.http.Fetcher;
import org.watchword.ingest.page.PageExtractor;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.ingest.robots.HostPacing;
import org.watchword.ingest.robots.Lease;
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
    private final InstantSource clock;
    private final @Nullable FetchState state;
    private final @Nullable Teamwork team;
    private final Archive archive;
    private final Fetcher http;
    private final Waiting waiting;
    private final HostPacing pacing;
    private final List<Share> shares = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> workers = new ArrayList<>();
    /** Notified when {@link #stopping} becomes true. */
    private final Object stop = new Object();
    /** Where threads rest while nothing is due; one is woken when a host becomes free. */
    private final Object rest = new Object();

    private volatile boolean stopping;
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
        this(settings, catalog, extractor, publisher, clock, listener, Sharing.ALONE);
    }

    /**
     * As the other constructor, alone or among others.
     *
     * @throws org.watchword.model.ConfigException also when a source on a disk does not say on whose
     */
    public FetchRole(
            IngestSettings settings,
            SourceCatalog catalog,
            PageExtractor extractor,
            DocumentPublisher publisher,
            InstantSource clock,
            FetchListener listener,
            Sharing sharing)
            throws IOException {
        this(settings, catalog, extractor, publisher, listener, Surroundings.real(settings, clock), sharing);
    }

    /** As the other constructor, alone in other surroundings: a web and a time that are scripted. */
    public FetchRole(
            IngestSettings settings,
            SourceCatalog catalog,
            PageExtractor extractor,
            DocumentPublisher publisher,
            FetchListener listener,
            Surroundings surroundings)
            throws IOException {
        this(settings, catalog, extractor, publisher, listener, surroundings, Sharing.ALONE);
    }

    private FetchRole(
            IngestSettings settings,
            SourceCatalog catalog,
            PageExtractor extractor,
            DocumentPublisher publisher,
            FetchListener listener,
            Surroundings surroundings,
            Sharing sharing)
            throws IOException {
        this.settings = settings;
        this.catalog = catalog;
        this.clock = surroundings.clock();
        this.waiting = surroundings.waiting();
        this.http = new WatchedFetcher(surroundings.web(), listener);
        this.pacing = new HostPacing(clock, waiting);
        FetchState opened = null;
        Archive files = null;
        try {
            opened = sharing instanceof Sharing.Alone
                    ? FetchState.open(settings.dataFolder().resolve(STAGE))
                    : null;
            files = Archive.open(
                    settings.dataFolder().resolve("archive"),
                    sharing instanceof Sharing.Among among ? among.settings().instance() : "",
                    settings.archiveMaxFileBytes(),
                    clock,
                    settings.userAgentHeader());
            Equipment equipment = new Equipment(
                    settings, catalog, extractor, publisher, clock, listener, files, http, pacing, this::wakeOne);
            this.team = sharing instanceof Sharing.Among among ? new Teamwork(equipment, among, shares) : null;
            if (opened != null) {
                shares.add(alone(equipment, opened));
            }
        } catch (IOException | RuntimeException e) {
            http.close();
            close(files, opened);
            throw e;
        }
        this.state = opened;
        this.archive = files;
    }

    private static Share alone(Equipment equipment, FetchState state) {
        return new Share(
                equipment,
                new Share.Holding(
                        "",
                        state,
                        Territory.EVERYWHERE,
                        Lease.ALWAYS,
                        source -> true,
                        new BackfillRequests(equipment.settings().dataFolder()),
                        Instant.EPOCH));
    }

    private static void close(@Nullable Archive archive, @Nullable FetchState state) throws IOException {
        try (state) {
            if (archive != null) {
                archive.close();
            }
        }
    }

    /** Publishes what an earlier run left unfinished, then begins to collect. */
    public void start() {
        List<Source> enabled = catalog.enabled();
        boolean web = enabled.stream()
                .anyMatch(s -> s instanceof Source.Web w && !w.crawl().allowLoopback());
        if (web && settings.contact().isBlank()) {
            log.warn("No contact is set (ingest.contact): sites cannot reach whoever runs this crawler");
        }
        shares.forEach(Share::open);
        for (int i = 0; i < settings.threads(); i++) {
            begin("fetch-" + i, this::work);
        }
        begin("fetch-counts", this::publishCounts);
        if (team != null) {
            team.start();
        }
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
        synchronized (rest) {
            if (!stopping) {
                waiting.on(rest, most);
            }
        }
    }

    private void wakeOne() {
        synchronized (rest) {
            rest.notify();
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

    /** Does one thing that is due, in one share after the other; false when nothing is in any. */
    private boolean step() throws IOException, InterruptedException {
        if (shares.stream().anyMatch(Share::hasLeft)) {
            shares.removeIf(Share::hasLeft);
        }
        Object[] now = shares.toArray();
        int first = now.length == 0 ? 0 : Math.floorMod(turn.getAndIncrement(), now.length);
        for (int i = 0; i < now.length; i++) {
            if (((Share) now[(first + i) % now.length]).step(this::stopping)) {
                return true;
            }
        }
        return false;
    }

    /** What has ended so far, one scope per source, since the data folder was first used. */
    public List<StageCounts> counts() {
        return shares.stream().flatMap(share -> share.counts().stream()).toList();
    }

    /** What was seen of each source on each day, so that silence is not taken for absence. */
    public List<SourceDay> coverage() {
        return shares.stream()
                .flatMap(share -> share.state().coverage().since(Instant.EPOCH).stream())
                .toList();
    }

    /** How many hosts wait to be asked, and how many are being asked. */
    public HostCounts hosts() {
        return shares.stream()
                .map(share -> share.state().frontier().hostCounts(clock.instant()))
                .reduce(HostCounts.NONE, HostCounts::plus);
    }

    /** Why what is fetched cannot be kept now, in a sentence; empty when it can. */
    public Optional<String> problem() {
        if (closed) {
            return Optional.of("fetching has stopped");
        }
        Optional<String> trouble = archive.problem();
        if (trouble.isPresent()) {
            return trouble;
        }
        long lost = workers.stream().filter(worker -> !worker.isAlive()).count();
        return lost > 0 ? Optional.of(lost + " of " + workers.size() + " fetch threads have ended") : Optional.empty();
    }

    /** The archive, for reading. */
    public Archive archive() {
        return archive;
    }

    /** Whether every enabled source has ended its first pass since {@link #start} and no page is due now or under way. */
    public boolean idle() {
        return shares.stream().allMatch(Share::idle);
    }

    private void publishCounts() {
        try {
            while (!stopping) {
                synchronized (stop) {
                    if (!stopping) {
                        Waiting.REAL.on(stop, settings.countsInterval());
                    }
                }
                shares.stream().filter(share -> !share.hasLeft()).forEach(Share::publishChangedCounts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        synchronized (rest) {
            rest.notifyAll();
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
        if (team != null) {
            team.close();
        }
        shares.stream().filter(share -> !share.hasLeft()).forEach(Share::publishChangedCounts);
        if (team != null) {
            team.closeHome();
        }
        close(archive, state);
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
