package org.watchword.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.frontier.FetchSchedule;
import org.watchword.ingest.frontier.FetchSchedule.Finding;
import org.watchword.ingest.frontier.PassTimes;
import org.watchword.ingest.frontier.Rhythm;
import org.watchword.ingest.source.Source;
import org.watchword.model.ContentHash;

/**
 * Which source is looked at next: the first time at once, then more often while it brings something new and more rarely while it does
 * not. Each by one thread at a time. Thread-safe.
 */
final class PassPlan {

    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);

    private final FetchSchedule schedule;
    private final List<Source> sources;
    private final PassTimes times;
    private final InstantSource clock;
    private final Map<String, PassTimes.Next> next = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> passed = new HashSet<>();
    private final boolean recheck;

    /**
     * @param sources that are to be looked at
     * @param recheck whether every source is looked at after a start, planned or not
     */
    PassPlan(FetchSchedule schedule, List<Source> sources, PassTimes times, InstantSource clock, boolean recheck) {
        this.schedule = schedule;
        this.sources = sources;
        this.times = times;
        this.clock = clock;
        this.recheck = recheck;
        if (!recheck) {
            // What lies on this machine costs nobody a request.
            sources.stream().filter(Source.Web.class::isInstance).forEach(this::recall);
        }
    }

    private void recall(Source source) {
        times.find(source.id(), definition(source)).ifPresent(planned -> {
            next.put(source.id(), planned);
            if (planned.at().isAfter(clock.instant())) {
                passed.add(source.id());
            }
        });
    }

    /** Takes a source that is due. */
    synchronized Optional<Source> claim() {
        Instant now = clock.instant();
        Optional<Source> due = sources.stream()
                .filter(source -> !running.contains(source.id()))
                .filter(source -> isDue(next.get(source.id()), now))
                .findFirst();
        due.ifPresent(source -> running.add(source.id()));
        return due;
    }

    /** What is planned for later than its rhythm allows was planned by a clock that has been put back since. */
    private static boolean isDue(PassTimes.@Nullable Next planned, Instant now) {
        if (planned == null || !now.isBefore(planned.at())) {
            return true;
        }
        Rhythm rhythm = planned.rhythm();
        Duration longest =
                rhythm == null || rhythm.interval().compareTo(AGAIN_SOON) < 0 ? AGAIN_SOON : rhythm.interval();
        return planned.at().isAfter(now.plus(longest));
    }

    /** Gives a claimed source back whose pass did not end. */
    synchronized void interrupted(Source source) {
        running.remove(source.id());
        next.put(source.id(), new PassTimes.Next(clock.instant().plus(AGAIN_SOON), rhythm(source)));
    }

    /**
     * Gives a claimed source back.
     *
     * @param more whether there is more to be read at once
     * @param askAgainIn after which a host that was left alone may be asked; the source need not wait for its own turn after that
     */
    synchronized void ended(Source source, Finding finding, boolean more, @Nullable Duration askAgainIn) {
        running.remove(source.id());
        passed.add(source.id());
        Rhythm known = rhythm(source);
        Instant now = clock.instant();
        FetchSchedule own = schedule.within(source.profile().revisit());
        // At first sight everything is new.
        Finding seen = known == null && finding != Finding.FAILED ? Finding.FIRST : finding;
        Rhythm rhythm = more && known != null ? known : own.after(seen, known, now, null);
        PassTimes.Next planned = new PassTimes.Next(more ? now : now.plus(rest(rhythm, askAgainIn)), rhythm);
        next.put(source.id(), planned);
        times.plan(source.id(), definition(source), planned);
    }

    private static Duration rest(Rhythm rhythm, @Nullable Duration askAgainIn) {
        if (askAgainIn == null || askAgainIn.compareTo(rhythm.interval()) >= 0) {
            return rhythm.interval();
        }
        return askAgainIn.compareTo(AGAIN_SOON) < 0 ? AGAIN_SOON : askAgainIn;
    }

    private @Nullable Rhythm rhythm(Source source) {
        PassTimes.Next planned = next.get(source.id());
        return planned == null ? null : planned.rhythm();
    }

    /** Whether nothing has been planned for a source in this run, and all it lists is to be looked at. */
    synchronized boolean isRecheck(Source source) {
        return recheck && !passed.contains(source.id());
    }

    /** Whether every source has ended a pass, in this run or not long ago. */
    synchronized boolean allPassed() {
        return sources.stream().allMatch(source -> passed.contains(source.id()));
    }

    private static String definition(Source source) {
        return ContentHash.sha256Hex(source.toString());
    }
}
