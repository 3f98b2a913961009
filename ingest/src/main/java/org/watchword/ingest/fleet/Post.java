package org.watchword.ingest.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.address.Territory;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.Tenure;
import org.watchword.model.ConfigException;

/**
 * One part from the moment it is assigned to this fetcher until it is given up: its journal is opened, which fences off the last holder,
 * its state restored, and then it is worked on. Opened by one thread, given up by another.
 */
final class Post {

    private static final Logger log = LoggerFactory.getLogger(Post.class);

    private final Place place;
    private final int number;
    private volatile boolean givenUp;
    private @Nullable PartJournal journal;
    private @Nullable FetchState state;
    private @Nullable Part part;
    private boolean reading;
    private volatile long taken;
    private volatile Instant openAt = Instant.MAX;
    private volatile boolean failed;

    /**
     * What all posts share.
     *
     * @param parts into how many the web is divided
     * @param folder for copies of the parts' states
     */
    record Place(
            FleetSettings settings,
            int parts,
            Records records,
            Path folder,
            InstantSource clock,
            Session session,
            Part.Crew crew) {}

    Post(Place place, int number) {
        this.place = place;
        this.number = number;
    }

    int number() {
        return number;
    }

    /**
     * Takes the part up; blocks while its journal is read.
     *
     * @throws ConfigException when the web was divided otherwise when the part was last worked on
     */
    void open() throws IOException {
        FleetSettings settings = place.settings();
        InstantSource clock = place.clock();
        PartJournal opened = new PartJournal(settings, place.records(), number);
        FetchState restored = null;
        boolean done = false;
        try {
            Path folder = place.folder().resolve("part-" + number);
            restored = FetchState.open(folder, opened, "part-" + number);
            long rows = PartLog.read(settings, number, restored::restore, () -> givenUp);
            if (givenUp) {
                return;
            }
            restored.begin();
            Instant at = openAt(restored.tenure().last());
            restored.tenure().begin(settings.instance(), place.parts(), clock.instant());
            Part.Opening opening = new Part.Opening(
                    number,
                    restored,
                    Territory.part(number, place.parts()),
                    () -> !givenUp && !opened.isBroken() && place.session().holds(),
                    at);
            Part working = place.crew().take(opening);
            synchronized (this) {
                if (!givenUp) {
                    journal = opened;
                    state = restored;
                    part = working;
                    openAt = at;
                    done = true;
                }
            }
            if (!done) {
                working.leave();
                return;
            }
            log.info("Part {}: {} rows restored", number, rows);
        } finally {
            if (!done) {
                closeAll(opened, restored);
            }
        }
    }

    private Instant openAt(Optional<Tenure.Last> last) {
        Instant now = place.clock().instant();
        if (last.isEmpty()) {
            return now;
        }
        if (last.get().parts() != place.parts()) {
            throw new ConfigException("the topics of the fetchers have " + place.parts() + " partitions, and had "
                    + last.get().parts()
                    + " when the frontier was begun: each host has its place by this number, so give"
                    + " them that number again, or begin anew with another kafka.topicPrefix");
        }
        if (last.get().released()) {
            return now;
        }
        Duration wait = place.session().valid().plus(place.settings().exchange());
        log.info(
                "Part {}: {} has not laid it down; no request for {} s, after which none of its can be under way",
                number,
                last.get().instance(),
                wait.toSeconds());
        return now.plus(wait);
    }

    /** It could not be opened. */
    void fail() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Whether it was worked on and can no longer be. */
    synchronized boolean isBroken() {
        return journal != null && journal.isBroken();
    }

    /** The first time it is open: where to read requests from. */
    synchronized Optional<Long> startReading() {
        if (reading || state == null || givenUp) {
            return Optional.empty();
        }
        reading = true;
        return Optional.of(state.errands().next());
    }

    synchronized boolean isReading() {
        return reading && !givenUp;
    }

    /** Requests before this one are in the journal; 0 while none was taken here. */
    long taken() {
        return taken;
    }

    void accept(List<Request> requests, long next) {
        Part working = part();
        if (working != null) {
            working.accept(requests, next);
            taken = next;
        }
    }

    private synchronized @Nullable Part part() {
        return part;
    }

    /** No request is sent from now on. */
    void leave() {
        Part working;
        synchronized (this) {
            givenUp = true;
            working = part;
        }
        if (working != null) {
            working.leave();
        }
    }

    /** After {@link #leave}: whether nothing is under way any more, waiting at most so long. */
    boolean awaitEnd(Duration most) throws InterruptedException {
        Part working = part();
        return working == null || working.awaitEnd(most);
    }

    /** After {@link #leave}: lays the part down, so that the next one may begin at once. */
    void release() {
        Part working = part();
        FetchState held;
        synchronized (this) {
            held = state;
        }
        if (working != null && held != null) {
            try {
                working.tell();
                Instant now = place.clock().instant();
                // Before, what the holder before us has under way would be forgotten.
                if (!now.isBefore(openAt)) {
                    held.tenure().end(place.settings().instance(), place.parts(), now);
                }
            } catch (RuntimeException e) {
                log.warn("Part {} could not be laid down: {}", number, e.toString());
            }
        }
        close();
    }

    /** After {@link #leave}: gives up without a word. */
    void close() {
        PartJournal opened;
        FetchState held;
        synchronized (this) {
            opened = journal;
            held = state;
            part = null;
            state = null;
        }
        closeAll(opened, held);
    }

    private void closeAll(@Nullable PartJournal opened, @Nullable FetchState held) {
        if (opened != null) {
            opened.close();
        }
        if (held != null) {
            try {
                held.close();
            } catch (IOException | RuntimeException e) {
                log.warn("Part {} did not close cleanly: {}", number, e.toString());
            }
        }
    }
}
