package org.watchword.ingest.collect;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Frontier;
import org.watchword.ingest.frontier.Hint;
import org.watchword.ingest.frontier.KnownList;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.Request.ListPart;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.Walk.Range;

/**
 * Passes over web sources: what their lists name goes into the frontier. The pages of a list and the memory of having read it are
 * committed together, so a killed pass loses no page and repeats at most one list.
 */
public final class WebPass {

    private static final Logger log = LoggerFactory.getLogger(WebPass.class);
    /** Lists of the past read in one pass, so that a long backfill leaves room for what is new. */
    private static final int STEPS_BACK = 10;

    private final LinkDiscovery discovery;
    private final FetchState state;
    private final BackfillRequests requests;
    private final InstantSource clock;
    private final FetchListener listener;
    private final Territory territory;

    /** @param territory what is found beyond it is handed over */
    public WebPass(
            LinkDiscovery discovery,
            FetchState state,
            BackfillRequests requests,
            InstantSource clock,
            FetchListener listener,
            Territory territory) {
        this.discovery = discovery;
        this.state = state;
        this.requests = requests;
        this.clock = clock;
        this.listener = listener;
        this.territory = territory;
    }

    /**
     * One pass.
     *
     * @param recheck whether every list is read whole and every page found becomes due
     * @param stopping asked between lists of a backfill; true ends the pass, to be taken up by the next
     * @throws DiscoveryException when none of the source's lists could be read
     */
    public Result run(Source.Web source, boolean recheck, BooleanSupplier stopping)
            throws DiscoveryException, InterruptedException {
        state.beginPass(source.id(), clock.instant());
        Taking sink = new Taking(source, recheck);
        if (source instanceof Source.Urls table) {
            table(table, recheck, sink);
        } else {
            discovery.walk(source, recheck ? ListMemory.NONE : memory(source), sink);
        }
        int found = sink.found;
        int fresh = sink.fresh;
        boolean more = back(source, sink, stopping);
        listener.discovered(source.id(), sink.found, sink.fresh);
        state.endPass(source.id(), clock.instant(), null);
        return new Result(found, fresh, more);
    }

    /**
     * Reads a list that a walk elsewhere has come upon.
     *
     * @throws DiscoveryException when it cannot be read
     */
    public void runOn(Source.Web source, Request request) throws DiscoveryException, InterruptedException {
        state.beginPass(source.id(), clock.instant());
        Taking sink = new Taking(source, false);
        discovery.walkOn(source, request, memory(source), sink);
        listener.discovered(source.id(), sink.found, sink.fresh);
        state.endPass(source.id(), clock.instant(), null);
    }

    /**
     * What a pass came to.
     *
     * @param found pages in lists that had changed, the past left out
     * @param fresh those of them that were new
     * @param more whether more of the past is waiting, for which the next pass may begin at once
     */
    public record Result(int found, int fresh, boolean more) {}

    private void table(Source.Urls table, boolean recheck, Taking sink) throws DiscoveryException {
        KnownList version = UrlTablePass.version(table, clock.instant());
        Optional<KnownList> known = memory(table).list(version.url(), version.recipe());
        if (known.isEmpty() || recheck) {
            new UrlTablePass(table, sink).run();
            state.lists().remember(table.id(), version);
        }
    }

    /** A few steps into the past, where that is asked for. */
    private boolean back(Source.Web source, Taking sink, BooleanSupplier stopping) throws InterruptedException {
        int taken = 0;
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (Range range : requests.of(source)) {
            Days days = new Days(range.from(), range.to() == null ? today : range.to());
            for (String url : LinkDiscovery.stepsBack(source, days)) {
                if (state.lists().isBackfilled(source.id(), range.toString(), url)) {
                    continue;
                }
                if (taken++ >= STEPS_BACK || stopping.getAsBoolean()) {
                    return true;
                }
                if (!step(source, range, days, url, sink)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** @return whether it was taken; a host that wants to be left alone is asked again with a later pass */
    private boolean step(Source.Web source, Range range, Days days, String url, Taking sink)
            throws InterruptedException {
        int before = sink.found;
        String problem = null;
        try {
            discovery.walkBack(source, url, days, sink);
            log.info("Source {}, {}: {} pages in {}", source.id(), range, sink.found - before, url);
        } catch (DiscoveryException e) {
            if (e.askAgainIn() != null) {
                log.info("Source {}, {}: {}; asked again later", source.id(), range, e.getMessage());
                return false;
            }
            problem = e.code();
        }
        state.lists().markBackfilled(source.id(), range.toString(), url, clock.instant(), problem);
        return true;
    }

    private ListMemory memory(Source.Web source) {
        return new ListMemory() {
            @Override
            public Optional<KnownList> list(String url, String recipe) {
                return state.lists().find(source.id(), url).filter(known -> known.recipe()
                        .equals(recipe));
            }

            @Override
            public boolean knowsPage(String url) {
                return state.frontier().find(url).isPresent() || state.errands().wasHandedOver(url);
            }
        };
    }

    /** Puts what is found into the frontier. */
    private final class Taking implements ListSink {

        private final Source.Web source;
        private final boolean recheck;
        private int found;
        private int fresh;

        Taking(Source.Web source, boolean recheck) {
            this.source = source;
            this.recheck = recheck;
        }

        @Override
        public void read(List<FoundPage> pages, @Nullable KnownList known) {
            List<FoundPage> here = new ArrayList<>();
            List<FoundPage> beyond = new ArrayList<>();
            pages.forEach(page -> (territory.holds(page.address().host()) ? here : beyond).add(page));
            List<Frontier.Found> links = here.stream()
                    .map(page -> new Frontier.Found(page.address(), page.changedAt(), page.news()))
                    .toList();
            AtomicInteger handed = new AtomicInteger();
            fresh += state.frontier().add(source.id(), links, clock.instant(), recheck, () -> {
                here.forEach(page -> state.hints().add(page.address().identity(), page.hint()));
                handed.set((int) beyond.stream()
                        .filter(page -> state.errands().handOver(request(page)))
                        .count());
                if (known != null) {
                    state.lists().remember(source.id(), known);
                }
            });
            fresh += handed.get();
            found += pages.size();
        }

        private Request request(FoundPage page) {
            return new Request(
                    source.id(), page.address().url(), page.changedAt(), page.news(), recheck, page.hint(), null);
        }

        @Override
        public void elsewhere(WebAddress address, @Nullable Instant changedAt, ListPart list) {
            state.errands().handOver(new Request(source.id(), address.url(), changedAt, false, false, Hint.NONE, list));
        }

        @Override
        public void refused(String url, DiscoveryException problem) {
            String status = "refused:" + problem.code();
            log.warn("Source {}: {}", source.id(), problem.getMessage());
            state.count(source.id(), status, 1);
            listener.ended(source.id(), url, status, String.valueOf(problem.getMessage()));
        }
    }
}
