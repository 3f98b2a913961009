package org.watchword.ingest.extract;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date as a page gives it.
 *
 * @param at midnight UTC when the page gives a day alone, UTC when it gives a time without a zone
 * @param timed the page gives a time of day
 * @param from where the date begins in the text it was read from
 * @param to where it ends
 */
record PageDate(OffsetDateTime at, boolean timed, int from, int to) {

    private static final int QUARTER = 15;
    private static final int MOST_WEST = -12 * 60;
    private static final int MOST_EAST = 14 * 60;

    LocalDate day() {
        return at.toLocalDate();
    }

    /** A moment whose local day is unknown: machines write UTC, and pages are read where they are printed. */
    boolean isUtcMoment() {
        return timed && at.getOffset().equals(ZoneOffset.UTC);
    }

    /**
     * This moment at the offset under which it falls on the printed day: the difference to the printed time of day, or, when only
     * the day is printed, the whole hour nearest to UTC. Null when no offset in use on Earth explains the difference.
     */
    @Nullable
    OffsetDateTime asPrinted(PageDate printed) {
        if (printed.timed) {
            long minutes = Duration.between(at.toLocalDateTime(), printed.at.toLocalDateTime())
                    .plusSeconds(30)
                    .toMinutes();
            long quarters = Math.floorDiv(minutes + QUARTER / 2, QUARTER) * QUARTER;
            boolean near = Math.abs(minutes - quarters) <= 2 && quarters >= MOST_WEST && quarters <= MOST_EAST;
            return near ? at.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) quarters * 60)) : null;
        }
        int direction = printed.day().isBefore(day()) ? -1 : 1;
        for (int hours = 1; hours <= (direction < 0 ? 12 : 14); hours++) {
            OffsetDateTime there = at.withOffsetSameInstant(ZoneOffset.ofHours(direction * hours));
            if (there.toLocalDate().equals(printed.day())) {
                return there;
            }
        }
        return null;
    }
}
