package org.watchword.ingest.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.discover.DatedUrl;
import org.watchword.ingest.discover.Link;

/** The days a walk is about, both ends included, in UTC; a page of unknown day is about all of them. */
public record Days(LocalDate from, LocalDate to) {

    boolean takes(Link link) {
        Optional<LocalDate> day = day(link);
        return day.isEmpty() || !day.get().isBefore(from) && !day.get().isAfter(to);
    }

    /** Whether a list that last changed then can hold a page of these days: it cannot have changed before it got one. */
    boolean mayHold(@Nullable Instant changedAt) {
        return changedAt == null || !dayOf(changedAt).isBefore(from);
    }

    /** Whether a page was certainly published before these days. */
    boolean isAfter(Link link) {
        return day(link).filter(day -> day.isBefore(from)).isPresent();
    }

    /** Published first: a page that was touched later belongs to the day it appeared. */
    private static Optional<LocalDate> day(Link link) {
        if (link.publishedAt() != null) {
            return Optional.of(dayOf(link.publishedAt()));
        }
        Optional<LocalDate> named = DatedUrl.day(link.url());
        return named.isPresent() || link.changedAt() == null ? named : Optional.of(dayOf(link.changedAt()));
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
