package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one fetcher saw of one source on one day, so that silence is not taken for absence: a day without a successful look tells
 * nothing of what was published. Travels on {@link Topics#COVERAGE}, keyed by {@link #key()}; the last record of a key is the valid one.
 *
 * @param source id of the source
 * @param day UTC
 * @param instance the fetcher, by the name its data folder was given, or {@code part-N} where several share the work; what they saw adds up
 * @param reached looks at the source (its feed, list, sitemap or folder) that could read it
 * @param failed looks that could not
 * @param articles pages first captured on this day
 * @param changed new versions of pages captured before
 * @param out how attempts at single pages ended, as in {@link StageCounts#out()}
 * @param succeededAt the last successful look; absent when there was none
 * @param failedAt the last failed look; absent when there was none
 * @param problem why that one failed, {@code code: reason}; absent when none did
 * @param at when this was written
 */
@JsonPropertyOrder({
    "source",
    "day",
    "instance",
    "reached",
    "failed",
    "articles",
    "changed",
    "out",
    "succeededAt",
    "failedAt",
    "problem",
    "at"
})
public record SourceDay(
        String source,
        LocalDate day,
        String instance,
        long reached,
        long failed,
        long articles,
        long changed,
        SortedMap<String, Long> out,
        @Nullable Instant succeededAt,
        @Nullable Instant failedAt,
        @Nullable String problem,
        Instant at) {

    public SourceDay {
        out = Collections.unmodifiableSortedMap(new TreeMap<String, Long>(out));
    }

    /** {@code source/day/instance}. */
    public String key() {
        return source + '/' + day + '/' + instance;
    }

    /** Whether the source could be read on this day. */
    public boolean isCovered() {
        return reached > 0;
    }

    /** What two fetchers saw of the same source on the same day. */
    public SourceDay plus(SourceDay other) {
        TreeMap<String, Long> sum = new TreeMap<>(out);
        other.out.forEach((status, n) -> sum.merge(status, n, Long::sum));
        boolean later = later(failedAt, other.failedAt) == failedAt;
        return new SourceDay(
                source,
                day,
                instance,
                reached + other.reached,
                failed + other.failed,
                articles + other.articles,
                changed + other.changed,
                sum,
                later(succeededAt, other.succeededAt),
                later(failedAt, other.failedAt),
                later ? problem : other.problem,
                at.isAfter(other.at) ? at : other.at);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
