package org.watchword.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.collect.BackfillRequests;
import org.watchword.ingest.collect.InputFiles;
import org.watchword.ingest.collect.LinkDiscovery;
import org.watchword.ingest.collect.LocalCollector;
import org.watchword.ingest.collect.PageCollector;
import org.watchword.ingest.collect.PageManners;
import org.watchword.ingest.collect.WebPass;
import org.watchword.ingest.fleet.Part;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Frontier;
import org.watchword.ingest.frontier.HostPauses;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.StateException;
import org.watchword.ingest.frontier.UrlState;
import org.watchword.ingest.robots.HostPacing;
import org.watchword.ingest.robots.Lease;
import org.watchword.ingest.robots.Manners;
import org.watchword.ingest.robots.PoliteFetcher;
import org.watchword.ingest.source.Source;
import org.watchword.model.StageCounts;

/**
 * The part of the work that goes with one state: all of it where one process collects alone, else one part of the web. Safe for use by
 * several threads.
 */
final class Share implements Part {

    private static final Logger log = LoggerFactory.getLogger(Share.class);

    private final Equipment equipment;
    private final Holding holding;
    private final FetchState state;
    private final InstantSource clock;
    private final HostPacing pacing;
    private final HostPauses pauses;
    private final PageCollector pages;
    private final Passes passes;
    private final Predicate<Source> mine;
    private final ShareCounts counts;
    private @Nullable ClockWatch watch;
    private boolean begun;
    private volatile boolean leaving;
    private int underWay;

    /**
     * What a share covers.
     *
     * @param name put behind the scopes of its counts; empty where there is one share
     * @param territory its hosts
     * @param lease without which nothing is asked
     * @param mine which sources it looks at
     * @param backfills that are asked for in the data folder
     * @param openAt nothing is asked of any host before
     */
    record Holding(
            String name,
            FetchState state,
            Territory territory,
            Lease lease,
            Predicate<Source> mine,
            BackfillRequests backfills,
            Instant openAt) {}

    Share(Equipment equipment, Holding holding) {
        this.equipment = equipment;
        this.holding = holding;
        this.state = holding.state;
        this.clock = equipment.clock();
        this.pacing = equipment.pacing();
        this.mine = holding.mine;
        List<String> watched = equipment.catalog().enabled().stream()
                .filter(mine)
                .map(Source::id)
                .toList();
        this.counts = new ShareCounts(holding.name, watched, state, equipment.publisher(), clock, equipment.listener());
        IngestSettings settings = equipment.settings();
        this.pauses = state.hostPauses(settings.manners().maxCrawlDelay());
        PoliteFetcher polite = equipment.polite(state.robotsOutages(), this::isHeld, holding.territory);
        PageManners manners = equipment.manners();
        this.pages = new PageCollector(
                polite,
                equipment.extractor(),
                manners,
                equipment.archive(),
                state,
                equipment.publisher(),
                settings.pace(),
                clock,
                equipment.listener());
        LinkDiscovery discovery =
                new LinkDiscovery(polite, settings.limits(), settings.pace(), manners, clock, holding.territory);
        WebPass web = new WebPass(discovery, state, holding.backfills, clock, equipment.listener(), holding.territory);
        InputFiles files =
                new InputFiles(equipment.extractor(), settings.limits().maxDecompressedBytes());
        LocalCollector local = new LocalCollector(
                equipment.archive(), state, equipment.publisher(), clock, equipment.listener(), files);
        this.passes = new Passes(settings, equipment.catalog(), web, local, state, clock, equipment.listener(), mine);
    }

    /** To be called before the first step. */
    void open() {
        List<Source> watched =
                equipment.catalog().enabled().stream().filter(mine).toList();
        state.together(() -> {
            watched.forEach(s -> state.coverage().watched(s.id(), clock.instant()));
            activate();
        });
        counts.begin();
    }

    private void activate() {
        state.frontier()
                .activate(equipment.catalog().enabled().stream().map(Source::id).toList());
    }

    FetchState state() {
        return state;
    }

    /** Does one thing that is due; false when nothing is, or the share is not to be worked on. */
    boolean step(BooleanSupplier stopping) throws IOException, InterruptedException {
        if (!enter()) {
            return false;
        }
        try {
            return work(() -> stopping.getAsBoolean() || leaving);
        } catch (Lease.LapsedException | StateException e) {
            if (isHeld()) {
                throw e;
            }
            // What was under way stays due, for whoever has the share next.
            log.info("Share {} is given up: {}", holding.name, e.getMessage());
            return false;
        } finally {
            exit();
        }
    }

    private boolean isHeld() {
        return !leaving && holding.lease.holds();
    }

    private synchronized boolean enter() {
        if (!isHeld() || clock.instant().isBefore(holding.openAt)) {
            return false;
        }
        if (!begun) {
            restPauses();
            begun = true;
        }
        ClockWatch watching = watch == null ? new ClockWatch(state.frontier()) : watch;
        watch = watching;
        watching.look(clock.instant());
        underWay++;
        return true;
    }

    private synchronized void exit() {
        underWay--;
        notifyAll();
    }

    @Override
    public void accept(List<Request> requests, long next) {
        state.together(() -> {
            boolean known = true;
            for (Request request : requests) {
                accept(request);
                known &= equipment.catalog().find(request.source()).isPresent();
            }
            state.errands().taken(next);
            if (!known) {
                // Of a source that only others know yet: it rests until this catalogue has it too.
                activate();
            }
        });
    }

    private void accept(Request request) {
        Optional<WebAddress> address = WebAddress.of(request.url());
        if (request.list() != null) {
            state.errands().add(request);
        } else if (address.isPresent()) {
            Frontier.Found found = new Frontier.Found(address.get(), request.changedAt(), request.news());
            state.frontier().add(request.source(), List.of(found), clock.instant(), request.recheck());
            state.hints().add(address.get().identity(), request.hint());
        }
    }

    /** Whether nothing is begun any more. */
    boolean hasLeft() {
        return leaving;
    }

    @Override
    public void tell() {
        publishChangedCounts();
    }

    @Override
    public void leave() {
        leaving = true;
        counts.end();
    }

    @Override
    public synchronized boolean awaitEnd(Duration most) throws InterruptedException {
        Instant until = clock.instant().plus(most);
        while (underWay > 0 && clock.instant().isBefore(until)) {
            wait(Math.max(1, Duration.between(clock.instant(), until).toMillis()));
        }
        return underWay == 0;
    }

    private boolean work(BooleanSupplier stopping) throws IOException, InterruptedException {
        if (passes.recover(pages::publishPending)) {
            return true;
        }
        pages.publishHeld();
        if (passes.runDue(stopping) || passes.runErrand()) {
            return true;
        }
        var claimed = state.frontier().claim(clock.instant(), pacing::waitMillis);
        if (claimed.isEmpty()) {
            return false;
        }
        UrlState url = claimed.get();
        AtomicBoolean given = new AtomicBoolean();
        Runnable giveBack = () -> {
            if (given.compareAndSet(false, true)) {
                giveBack(url);
            }
        };
        try {
            Optional<Source> source = equipment.catalog().find(url.source());
            if (!holding.territory.holds(url.host())) {
                handOver(url);
            } else if (source.isPresent() && source.get() instanceof Source.Web web) {
                pages.collect(url, web, giveBack);
            } else {
                // The id now names a source of another kind: its old addresses rest.
                state.frontier().postpone(url, clock.instant(), Duration.ofDays(365));
            }
        } finally {
            giveBack.run();
            state.frontier().ended(url);
        }
        return true;
    }

    /** The public suffix list has changed since it was found: its host belongs to another part now. */
    private void handOver(UrlState url) {
        Request request = new Request(
                url.source(), url.address(), null, false, true, state.hints().of(url.url()), null);
        state.together(() -> {
            state.errands().handOver(request);
            state.frontier().postpone(url, clock.instant(), Duration.ofDays(365));
        });
    }

    private void giveBack(UrlState url) {
        Duration wait = Duration.ofMillis(pacing.waitMillis(url.host()));
        Instant now = clock.instant();
        pauses.note(url.host(), wait, now);
        state.frontier().release(url, now.plus(wait));
        if (wait.isZero()) {
            equipment.hostFree().run();
        }
    }

    /** A process that was killed may have asked a host a moment ago: each is given its pause, whatever it was. */
    private void restPauses() {
        Instant now = clock.instant();
        Map<String, HostPauses.Pause> known = pauses.all();
        Set<String> hosts = new HashSet<>(state.frontier().hosts());
        hosts.addAll(known.keySet());
        if (state.isJournaled()) {
            hosts.addAll(hostsOfLists());
        }
        Manners manners = equipment.settings().manners();
        Duration longest = manners.maxRetryAfter()
                .plus(manners.maxBackoff())
                .plus(manners.maxCrawlDelay())
                .plus(equipment.settings().delay())
                .multipliedBy(2);
        for (String host : hosts) {
            HostPauses.Pause pause = known.getOrDefault(
                    host, new HostPauses.Pause(equipment.settings().delay(), null));
            Duration rest = Duration.between(now, pause.freeAt(now));
            // A longer one was noted by a clock that was put back since.
            pacing.backOff(host, rest.compareTo(longest) < 0 ? rest : longest);
        }
    }

    private List<String> hostsOfLists() {
        return equipment.catalog().enabled().stream()
                .filter(Source.Web.class::isInstance)
                .flatMap(source -> ((Source.Web) source).urls().stream())
                .flatMap(url -> WebAddress.of(url).stream())
                .map(WebAddress::host)
                .filter(holding.territory::holds)
                .toList();
    }

    /** What has ended so far, one scope per source, since the state was first used. */
    List<StageCounts> counts() {
        return counts.now();
    }

    /** Whether every source of this share has ended its first pass and nothing is due now or under way. */
    boolean idle() {
        return passes.allPassedOnce()
                && state.errands().first().isEmpty()
                && !state.frontier().anyDue(clock.instant());
    }

    void publishChangedCounts() {
        counts.publish();
    }
}
