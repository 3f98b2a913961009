package org.watchword.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.LinkDiscovery;
import org.watchword.ingest.collect.LocalCollector;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.frontier.FetchSchedule.Finding;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Frontier;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;

/** Passes over the sources, as the {@link PassPlan} says; each by one thread at a time. */
final class Passes {

    private static final Logger log = LoggerFactory.getLogger(Passes.class);

    private final LinkDiscovery discovery;
    private final LocalCollector local;
    private final FetchState state;
    private final InstantSource clock;
    private final FetchListener listener;
    private final PassPlan plan;
    private boolean recovered;

    Passes(
            IngestSettings settings,
            SourceCatalog catalog,
            LinkDiscovery discovery,
            LocalCollector local,
            FetchState state,
            InstantSource clock,
            FetchListener listener) {
        this.plan = new PassPlan(
                settings.revisit(), catalog.enabled(), state.passTimes(), clock, settings.recheckOnStart());
        this.discovery = discovery;
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
        return plan.allPassed(source -> true);
    }

    /** Runs one pass that is due; false when none is. */
    boolean runDue(BooleanSupplier stopping) throws IOException, InterruptedException {
        Optional<Source> due = plan.claim(source -> true);
        if (due.isEmpty()) {
            return false;
        }
        Source source = due.get();
        Finding finding = null;
        try {
            Finding found = run(source, stopping);
            finding = stopping.getAsBoolean() ? null : found;
        } finally {
            if (finding == null) {
                plan.interrupted(source);
            } else {
                plan.ended(source, finding, false);
            }
        }
        return true;
    }

    private Finding run(Source source, BooleanSupplier stopping) throws IOException, InterruptedException {
        Finding finding = Finding.UNCHANGED;
        try {
            if (source instanceof Source.Web web) {
                finding = pass(web);
            } else {
                local.pass(source, path(source), stopping);
            }
            listener.passed(source.id(), "");
        } catch (DiscoveryException e) {
            String problem = e.code() + ": " + e.getMessage();
            log.warn("Source {} cannot be read: {}", source.id(), problem);
            state.beginPass(source.id(), clock.instant());
            state.endPass(source.id(), clock.instant(), problem);
            listener.passed(source.id(), problem);
            finding = Finding.FAILED;
        }
        return finding;
    }

    private Finding pass(Source.Web source) throws DiscoveryException, InterruptedException {
        state.beginPass(source.id(), clock.instant());
        List<Frontier.Found> found = discovery.pages(source);
        int fresh = state.frontier().add(source.id(), found, clock.instant(), plan.isRecheck(source));
        listener.discovered(source.id(), found.size(), fresh);
        state.endPass(source.id(), clock.instant(), null);
        return finding(found.size(), fresh);
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
