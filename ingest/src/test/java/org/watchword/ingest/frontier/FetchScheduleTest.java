package org.watchword.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.frontier.FetchSchedule.Finding;
import org.watchword.ingest.source.Revisit;

class FetchScheduleTest {

    private static final Instant BEGIN = Instant.parse("2031-05-06T00:00:00Z");
    private static final FetchSchedule SCHEDULE =
            new FetchSchedule(Duration.ofHours(6), Duration.ofHours(1), Duration.ofDays(30));

    private Instant now = BEGIN;
    private final InstantSource clock = () -> now;

    /** Looks whenever the schedule says so, for a time; answers when. */
    private List<Instant> looks(Duration over, @Nullable Instant publishedAt, Predicate<Instant> changed) {
        List<Instant> looks = new ArrayList<>();
        Instant end = now.plus(over);
        Rhythm rhythm = SCHEDULE.after(Finding.FIRST, null, clock.instant(), publishedAt);
        while (clock.instant().plus(rhythm.interval()).isBefore(end)) {
            now = now.plus(rhythm.interval());
            looks.add(now);
            Finding finding = changed.test(now) ? Finding.CHANGED : Finding.UNCHANGED;
            rhythm = SCHEDULE.after(finding, rhythm, clock.instant(), null);
        }
        return looks;
    }

    @Test
    void aPageThatNeverChangesIsLookedAtEverMoreRarelyUpToTheLongestInterval() {
        List<Instant> looks = looks(Duration.ofDays(365), null, at -> false);

        assertThat(looks.get(0)).isEqualTo(BEGIN.plus(Duration.ofHours(6)));
        assertThat(looks.stream().filter(at -> at.isBefore(BEGIN.plus(Duration.ofDays(1)))))
                .hasSize(2);
        assertThat(looks.stream().filter(at -> at.isBefore(BEGIN.plus(Duration.ofDays(30)))))
                .hasSizeBetween(8, 12);
        assertThat(looks).hasSizeBetween(18, 26);
        Duration last = Duration.between(looks.get(looks.size() - 2), looks.get(looks.size() - 1));
        assertThat(last).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aPageThatAlwaysChangesIsLookedAtAsOftenAsTheBoundsAllow() {
        List<Instant> looks = looks(Duration.ofDays(1), null, at -> true);

        assertThat(Duration.between(looks.get(looks.size() - 2), looks.get(looks.size() - 1)))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aPageThatChangesOnceIsLookedAtSoonerAfterIt() {
        Instant edit = BEGIN.plus(Duration.ofDays(20));
        boolean[] seen = {false};
        List<Instant> looks = looks(Duration.ofDays(60), null, at -> {
            boolean changed = !seen[0] && at.isAfter(edit);
            seen[0] |= changed;
            return changed;
        });

        int found = 0;
        while (looks.get(found).isBefore(edit)) {
            found++;
        }
        Duration before = Duration.between(looks.get(found - 1), looks.get(found));
        Duration after = Duration.between(looks.get(found), looks.get(found + 1));
        assertThat(after).isEqualTo(before.dividedBy(2));
    }

    @Test
    void anOldArticleBeginsWithALongInterval() {
        Rhythm old = SCHEDULE.after(Finding.FIRST, null, BEGIN, BEGIN.minus(Duration.ofDays(3 * 365)));
        Rhythm weekOld = SCHEDULE.after(Finding.FIRST, null, BEGIN, BEGIN.minus(Duration.ofDays(10)));
        Rhythm ahead = SCHEDULE.after(Finding.FIRST, null, BEGIN, BEGIN.plus(Duration.ofDays(10)));

        assertThat(old.interval()).isEqualTo(Duration.ofDays(30));
        assertThat(weekOld.interval()).isEqualTo(Duration.ofDays(1));
        assertThat(ahead).as("a date in the future is not believed").isEqualTo(new Rhythm(Duration.ofHours(6), BEGIN));
    }

    @Test
    void aPageThatCouldNotBeHadIsTriedSoonAndAKnownOneKeepsItsRhythm() {
        Rhythm once = SCHEDULE.after(Finding.FAILED, null, BEGIN, null);
        Rhythm twice = SCHEDULE.after(Finding.FAILED, once, BEGIN, null);
        Rhythm known = new Rhythm(Duration.ofDays(3), BEGIN);

        assertThat(once.interval()).isEqualTo(Duration.ofHours(1));
        assertThat(twice.interval()).isEqualTo(Duration.ofHours(2));
        assertThat(SCHEDULE.after(Finding.FAILED, known, BEGIN, null)).isEqualTo(known);
        assertThat(SCHEDULE.after(Finding.FRUITLESS, null, BEGIN, null).interval())
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aListThatMayHaveLostEntriesIsLookedAtMuchSooner() {
        Rhythm known = new Rhythm(Duration.ofHours(12), BEGIN);

        assertThat(SCHEDULE.after(Finding.OVERFLOWED, known, BEGIN, null).interval())
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aSourceMovesTheBounds() {
        Revisit often = new Revisit(Duration.ofMinutes(10), null, null);
        assertThat(SCHEDULE.within(often))
                .isEqualTo(new FetchSchedule(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofDays(30)));
        assertThat(SCHEDULE.within(Revisit.every(Duration.ofMillis(5))).most()).isEqualTo(Duration.ofMillis(5));
        assertThat(SCHEDULE.within(new Revisit(null, null, Duration.ofHours(2))))
                .isEqualTo(new FetchSchedule(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(2)));
        assertThat(SCHEDULE.within(new Revisit(null, Duration.ofDays(40), null)))
                .isEqualTo(new FetchSchedule(Duration.ofDays(40), Duration.ofDays(40), Duration.ofDays(40)));
        assertThat(SCHEDULE.within(new Revisit(null, null, Duration.ofMinutes(1))))
                .isEqualTo(new FetchSchedule(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));
        assertThat(SCHEDULE.within(Revisit.DEFAULT)).isEqualTo(SCHEDULE);
    }

    @Test
    void boundsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new FetchSchedule(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT2H");
    }
}
