package org.watchword.desk.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchword.model.SourceDay;

/**
 * One day of one source, all fetchers together.
 *
 * @param day UTC
 * @param kind what it tells
 * @param reached looks that could read the source
 * @param failed looks that could not
 * @param articles pages first captured on this day
 * @param changed new versions of pages captured before
 * @param out how attempts at single pages ended
 * @param problem why the last failed look failed; absent when none did
 * @param normal articles on such a day in the four weeks before; absent when too few of those days were covered to tell
 */
@JsonPropertyOrder({"day", "kind", "reached", "failed", "articles", "changed", "out", "problem", "normal"})
public record CoverageDay(
        LocalDate day,
        DayKind kind,
        long reached,
        long failed,
        long articles,
        long changed,
        SortedMap<String, Long> out,
        @Nullable String problem,
        @Nullable Double normal) {

    static CoverageDay of(LocalDate day, @Nullable SourceDay seen, @Nullable Double normal) {
        if (seen == null) {
            return new CoverageDay(day, DayKind.NOT_LOOKED_AT, 0, 0, 0, 0, new TreeMap<>(), null, normal);
        }
        return new CoverageDay(
                day,
                kind(seen),
                seen.reached(),
                seen.failed(),
                seen.articles(),
                seen.changed(),
                seen.out(),
                seen.problem(),
                normal);
    }

    private static DayKind kind(SourceDay seen) {
        if (seen.articles() > 0) {
            return DayKind.PUBLISHED;
        }
        if (seen.isCovered()) {
            return DayKind.NOTHING_NEW;
        }
        return seen.failed() > 0 ? DayKind.NOT_REACHED : DayKind.NOT_LOOKED_AT;
    }
}
