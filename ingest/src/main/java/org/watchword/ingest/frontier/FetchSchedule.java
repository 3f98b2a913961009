package org.watchword.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.source.Revisit;

/**
 * When an address is looked at again: sooner when it had changed, later when it had not, within bounds. A pure function of what is known.
 *
 * <p>The interval is halved by a change and grows by half without one, so a page that changes every time is soon looked at as often as
 * the bounds allow, and one that never does is looked at some ten times in its first month and then once per longest interval. That is
 * the additive rule of Nutch's {@code AdaptiveFetchSchedule} with factors that suit news: an article is edited in its first hours or not
 * at all. Besides, nothing is looked at more often than every tenth of the time since it last changed, so a page found in an archive of
 * three years ago begins at the longest interval and costs almost nothing.
 *
 * @param start interval after the first look
 * @param least no shorter interval
 * @param most no longer interval
 */
public record FetchSchedule(Duration start, Duration least, Duration most) {

    private static final int STALENESS = 10;

    /** What a look at an address has found. */
    public enum Finding {
        /** Captured for the first time. */
        FIRST,
        /** Other than last time. */
        CHANGED,
        /** A list that held nothing but new entries: some may have come and gone unseen. */
        OVERFLOWED,
        /** As last time. */
        UNCHANGED,
        /** Nothing to be had here, and no sign that there will be: no such page, no article, not allowed. */
        FRUITLESS,
        /** The host could not be reached or was in trouble. */
        FAILED
    }

    /** @throws IllegalArgumentException when an interval is not positive or they are not in order */
    public FetchSchedule {
        if (least.isNegative() || least.isZero() || start.compareTo(least) < 0 || most.compareTo(start) < 0) {
            throw new IllegalArgumentException(
                    "intervals must be positive and in order: least " + least + ", start " + start + ", most " + most);
        }
    }

    /** What a source asks for, the rest from here. Its own start moves the bounds where it lies outside of them. */
    public FetchSchedule within(Revisit own) {
        Duration begin = own.start() != null ? own.start() : start;
        Duration shortest = own.least() != null ? own.least() : shorter(least, shorter(begin, own.most()));
        Duration longest = own.most() != null ? own.most() : longer(most, longer(begin, shortest));
        return new FetchSchedule(longer(shorter(begin, longest), shortest), shortest, longest);
    }

    private static Duration shorter(Duration a, @Nullable Duration b) {
        return b == null || a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /**
     * The rhythm after a look.
     *
     * @param known before it; absent for the first
     * @param publishedAt when the page says it was published; absent when unknown
     */
    public Rhythm after(Finding finding, @Nullable Rhythm known, Instant now, @Nullable Instant publishedAt) {
        Duration before = known == null ? start : known.interval();
        Instant changed = known == null ? null : known.changedAt();
        return switch (finding) {
            case FIRST -> rhythm(start, publishedAt != null && publishedAt.isBefore(now) ? publishedAt : now, now);
            case CHANGED -> rhythm(before.dividedBy(2), now, now);
            case OVERFLOWED -> rhythm(before.dividedBy(4), now, now);
            case UNCHANGED -> rhythm(before.multipliedBy(3).dividedBy(2), changed, now);
            case FRUITLESS -> rhythm(before.multipliedBy(2), changed, now);
            // A page that was never had is news to be missed: asked again soon, and then ever more rarely. A known one
            // keeps its rhythm.
            case FAILED ->
                rhythm(known == null ? least : changed == null ? before.multipliedBy(2) : before, changed, now);
        };
    }

    private Rhythm rhythm(Duration interval, @Nullable Instant changedAt, Instant now) {
        Duration stale = changedAt == null
                ? Duration.ZERO
                : Duration.between(changedAt, now).dividedBy(STALENESS);
        return new Rhythm(shorter(longer(longer(interval, stale), least), most), changedAt);
    }
}
