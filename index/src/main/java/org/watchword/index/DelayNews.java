package org.watchword.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.watchword.model.SearchDelays;

/** Measures how long documents take to be found, and says when there is something new to tell of it. One per index role. */
final class DelayNews implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final DelayRecorder delays;
    private final RefreshWatch refreshes;
    private Instant told = Instant.EPOCH;

    DelayNews(IndexSettings settings, ElasticsearchConnection connection, InstantSource clock, IndexListener listener) {
        this.clock = clock;
        this.delays = new DelayRecorder(settings.instance(), listener);
        this.refreshes = new RefreshWatch(connection.client(), delays, clock);
    }

    void start() {
        refreshes.start();
    }

    /**
     * Takes note of what is written and committed, to look for it until a search finds it.
     *
     * @param landmark the last row of it
     */
    void written(Optional<Landmark> landmark, List<Written> written) {
        landmark.filter(row -> !written.isEmpty()).ifPresent(row -> refreshes.written(row, written));
    }

    /** What was measured since it was last asked for; empty when there is nothing new, or it was asked for a moment ago. */
    Optional<SearchDelays> due() {
        Instant now = clock.instant();
        if (now.isBefore(told.plus(EVERY))) {
            return Optional.empty();
        }
        Optional<SearchDelays> measured = delays.takeChanged(now);
        measured.ifPresent(news -> told = now);
        return measured;
    }

    @Override
    public void close() {
        refreshes.close();
    }
}
