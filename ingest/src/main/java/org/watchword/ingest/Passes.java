package org.watchword.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.collect.FetchListener;
import org.watchword.ingest.collect.LinkDiscovery;
import org.watchword.ingest.collect.LocalCollector;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Frontier;
import org.watchword.ingest.source.Source;
import org.watchword.ingest.source.SourceCatalog;

/** When each source is looked at: at once after a start, then at its revisit interval; each by one thread at a time. */
final class Passes {

    private static final Logger log = LoggerFactory.getLogger(Passes.class);

    private final IngestSettings settings;
    private final LinkDiscovery discovery;
    private final LocalCollector local;
    private final FetchState state;
    private final InstantSource clock;
    private final FetchListener listener;
    private final List<Source> sources;
    private final Map<String, Instant> nextPass = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> passedOnce = new HashSet<>();
    private boolean recovered;

    Passes(
            IngestSettings settings,
            SourceCatalog catalog,
            LinkDiscovery discovery,
            LocalCollector local,
            FetchState state,
            InstantSource clock,
            FetchListener listener) {
        this.settings = settings;
        this.sources = catalog.enabled();
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

    synchronized boolean allPassedOnce() {
        return passedOnce.size() == sources.size();
    }

    /** Runs one pass that is due; false when none is. */
    boolean runDue(BooleanSupplier stopping) throws IOException, InterruptedException {
        Optional<Source> due = claim();
        if (due.isEmpty()) {
            return false;
        }
        Source source = due.get();
        boolean ended = false;
        try {
            run(source, stopping);
            ended = !stopping.getAsBoolean();
        } finally {
            release(source, ended);
        }
        return true;
    }

    private synchronized Optional<Source> claim() {
        Instant now = clock.instant();
        Optional<Source> due = sources.stream()
                .filter(s -> !running.contains(s.id()))
                .filter(s -> !now.isBefore(nextPass.getOrDefault(s.id(), Instant.MIN)))
                .findFirst();
        due.ifPresent(s -> running.add(s.id()));
        return due;
    }

    private synchronized void release(Source source, boolean ended) {
        running.remove(source.id());
        if (ended) {
            Duration own = source.profile().revisit();
            nextPass.put(source.id(), clock.instant().plus(own == null ? settings.revisit() : own));
            passedOnce.add(source.id());
        } else {
            nextPass.put(source.id(), clock.instant().plus(Duration.ofSeconds(5)));
        }
    }

    private void run(Source source, BooleanSupplier stopping) throws IOException, InterruptedException {
        try {
            if (source instanceof Source.Web web) {
                pass(web);
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
        }
    }

    private void pass(Source.Web source) throws DiscoveryException, InterruptedException {
        state.beginPass(source.id(), clock.instant());
        List<Frontier.Found> found = discovery.pages(source);
        boolean recheck = settings.recheckOnStart() && isFirst(source);
        int fresh = state.frontier().add(source.id(), found, clock.instant(), recheck);
        listener.discovered(source.id(), found.size(), fresh);
        state.endPass(source.id(), clock.instant(), null);
    }

    private synchronized boolean isFirst(Source source) {
        return !passedOnce.contains(source.id());
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
