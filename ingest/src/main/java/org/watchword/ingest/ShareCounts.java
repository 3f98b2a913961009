package org.watchword.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.publish.DocumentPublisher;
import org.watchword.model.CountsListener;
import org.watchword.model.SourceDay;
import org.watchword.model.StageCounts;

/** Tells how far a {@link Share} is. What is told of a part goes the way of its journal, which only its holder can write. Thread-safe. */
final class ShareCounts {

    private static final Logger log = LoggerFactory.getLogger(ShareCounts.class);
    private static final String STAGE = "fetch";

    private final String name;
    private final List<String> sources;
    private final FetchState state;
    private final DocumentPublisher publisher;
    private final InstantSource clock;
    private final CountsListener listener;
    /** Scope to what was last published of it. */
    private final Map<String, SortedMap<String, Long>> published = new HashMap<>();

    private Instant coveragePublished = Instant.EPOCH;

    /**
     * @param name put behind the source in scopes
     * @param sources told of even when nothing has ended
     */
    ShareCounts(
            String name,
            List<String> sources,
            FetchState state,
            DocumentPublisher publisher,
            InstantSource clock,
            CountsListener listener) {
        this.listener = listener;
        this.name = name;
        this.sources = sources;
        this.state = state;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** One scope per source, since the state was first used. */
    List<StageCounts> now() {
        Instant now = clock.instant();
        SortedMap<String, SortedMap<String, Long>> counters = state.counters();
        TreeSet<String> ids = new TreeSet<>(counters.keySet());
        ids.addAll(sources);
        List<StageCounts> all = new ArrayList<>();
        for (String id : ids) {
            SortedMap<String, Long> out = counters.getOrDefault(id, new TreeMap<>());
            long in = out.values().stream().mapToLong(Long::longValue).sum();
            all.add(new StageCounts(STAGE, id + name, in, out, now));
        }
        return all;
    }

    /** Tells with what counts the share begins here. */
    void begin() {
        now().forEach(listener::counted);
    }

    /** The share is another's from now on. */
    void end() {
        now().forEach(counts -> listener.released(counts.key()));
    }

    /** Publishes what has changed since it was last called; what fails is tried again by the next call. */
    synchronized void publish() {
        Instant before = clock.instant();
        try {
            List<StageCounts> changed = now().stream()
                    .filter(counts -> !counts.out().equals(published.get(counts.scope())))
                    .toList();
            changed.forEach(listener::counted);
            publish(changed, state.coverage().since(coveragePublished));
            changed.forEach(counts -> published.put(counts.scope(), counts.out()));
            // Equal moments are published twice rather than not at all.
            coveragePublished = before;
        } catch (RuntimeException e) {
            log.warn("Counts could not be published, will try again: {}", e.toString());
        }
    }

    private void publish(List<StageCounts> counts, List<SourceDay> days) {
        if (!state.isJournaled()) {
            counts.forEach(publisher::counts);
            if (!days.isEmpty()) {
                publisher.coverage(days);
            }
        } else if (!counts.isEmpty() || !days.isEmpty()) {
            state.tell(counts, days);
        }
    }
}
