package org.watchword.desk.digest;

import java.time.Duration;

/**
 * How much a digest holds.
 *
 * @param entries statements shown in full, all groups together; what is beyond is counted and linked
 * @param entriesPerGroup of them, those of one category about one group
 * @param corrections corrections listed
 * @param lookback how far back from its beginning what came late is looked for, and what was told is looked at again
 */
public record DigestLimits(int entries, int entriesPerGroup, int corrections, Duration lookback) {

    /** 35 statements, 8 of a group, 20 corrections, 30 days: with long statements still below the 102 kB at which Gmail cuts a mail. */
    public static DigestLimits defaults() {
        return new DigestLimits(35, 8, 20, Duration.ofDays(30));
    }
}
