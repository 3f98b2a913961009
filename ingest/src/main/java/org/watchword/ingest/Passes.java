package org.watchword.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.LocalCollector;
import org.watchword.ingest.collect.WebPass;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.frontier.FetchSchedule.Finding;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;

/** Passes over the sources, as the {@link PassPlan} says; each by one thread at a time. */
final class Passes {

    private static final Logger log = LoggerFactory.getLogger(Passes.class);

    private final WebPass web;
    private final LocalCollector local;
    private final FetchState state;
    private final InstantSource clock;
    private final FetchListener listener;
    private final PassPlan plan;
    private final SourceCatalog catalog;
    private final AtomicBoolean onErrand = new AtomicBoolean();
    private boolean recovered;

    Passes(
            IngestSettings settings,
            SourceCatalog catalog,
            WebPass web,
            LocalCollector local,
            FetchState state,
            InstantSource clock,
            FetchListener listener,
            Predicate<Source> mine) {
        this.plan = new PassPlan(
                settings.revisit(),
                catalog.enabled().stream().filter(mine).toList(),
                state.passTimes(),
                clock,
                settings.recheckOnStart());
        this.catalog = catalog;
        this.web = web;
        this.local = local;
        this.state = state;
        this.clock = clock;
        this.listener = listener;
    }

    /** Runs {@code recovery} once, before anything else; the others wait for it, for no page may overtake its earlier version. */
    synchronized boolean recover(Runnable recovery) {
        if (recovered) {
            return false;
        }
        recovery.run();
        recovered = true;
        return true;
    }

    boolean allPassedOnce() {
        return plan.allPassed();
    }

    /** Runs one pass that is due; false when none is. */
    boolean runDue(BooleanSupplier stopping) throws IOException, InterruptedException {
        Optional<Source> due = plan.claim();
        if (due.isEmpty()) {
            return false;
        }
        Source source = due.get();
        Pass pass = null;
        try {
            Pass ran = run(source, stopping);
            pass = stopping.getAsBoolean() ? null : ran;
        } finally {
            if (pass == null) {
                plan.interrupted(source);
            } else {
                plan.ended(source, pass.finding, pass.more, pass.askAgainIn);
            }
        }
        return true;
    }

    /** Reads one list that somebody else's pass has come upon; false when there is none. */
    boolean runErrand() throws InterruptedException {
        if (!onErrand.compareAndSet(false, true)) {
            return false;
        }
        try {
            Optional<Request> errand = state.errands().first();
            if (errand.isEmpty()) {
                return false;
            }
            Request request = errand.get();
            Optional<Source> source = catalog.find(request.source());
            if (source.isPresent() && source.get() instanceof Source.Web pages) {
                runErrand(pages, request);
            }
            state.errands().done(request);
            return true;
        } finally {
            onErrand.set(false);
        }
    }

    private void runErrand(Source.Web source, Request request) throws InterruptedException {
        try {
            web.runOn(source, request);
        } catch (DiscoveryException e) {
            unreadable(source, e);
        }
    }

    /**
     * @param more whether there is more to be read at once
     * @param askAgainIn of a pass that failed because a host is left alone, until when
     */
    private record Pass(
            Finding finding, boolean more, @Nullable Duration askAgainIn) {

        Pass(Finding finding, boolean more) {
            this(finding, more, null);
        }
    }

    private Pass run(Source source, BooleanSupplier stopping) throws IOException, InterruptedException {
        Pass pass = new Pass(Finding.UNCHANGED, false);
        try {
            if (source instanceof Source.Web pages) {
                WebPass.Result result = web.run(pages, plan.isRecheck(source), stopping);
                pass = new Pass(finding(result.found(), result.fresh()), result.more());
            } else {
                local.pass(source, path(source), stopping);
            }
            listener.passed(source.id(), "");
        } catch (DiscoveryException e) {
            unreadable(source, e);
            pass = new Pass(Finding.FAILED, false, e.askAgainIn());
        }
        return pass;
    }

    private void unreadable(Source source, DiscoveryException e) {
        String problem = e.code() + ": " + e.getMessage();
        log.warn("Source {} cannot be read: {}", source.id(), problem);
        state.beginPass(source.id(), clock.instant());
        state.endPass(source.id(), clock.instant(), problem);
        listener.passed(source.id(), problem);
    }

    private static Finding finding(int found, int fresh) {
        return fresh == 0 ? Finding.UNCHANGED : fresh == found ? Finding.OVERFLOWED : Finding.CHANGED;
    }

    private static Path path(Source source) {
        if (source instanceof Source.Files files) {
            return files.path();
        }
        if (source instanceof Source.Warc warc) {
            return warc.path();
        }
        throw new IllegalStateException("not a source on this machine: " + source.id());
    }
}
