package org.watchword.ingest.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.address.WebAddress;
import org.watchword.ingest.frontier.KnownList;
import org.watchword.ingest.frontier.Request;
import org.watchword.ingest.frontier.Request.ListPart;

/**
 * A list that is to be read.
 *
 * @param depth 0 for what the catalogue, a home page or a robots.txt names, one more for each index between
 * @param page 1 for the first page of a list
 * @param changedAt when the index that names it says it last changed
 */
record ListStep(
        WebAddress address,
        Form form,
        int depth,
        int page,
        @Nullable Instant changedAt) {

    /** What is expected at an address. */
    enum Form {
        FEED,
        SITEMAP,
        LIST,
        HOME,
        ROBOTS
    }

    /** Some sites never move the date of a sitemap that changes: it is asked for again after this time, conditionally. */
    private static final Duration DATE_BELIEVED = Duration.ofDays(7);
    /** A sitemap of an index that has no dates rests this long after a reading that held nothing new. */
    private static final Duration UNDATED_REST = Duration.ofHours(1);

    /** The step somebody asks to be taken; empty when its address or form is none. */
    static Optional<ListStep> of(Request request) {
        ListPart list = request.list();
        Optional<Form> form = Arrays.stream(Form.values())
                .filter(f -> list != null && f.name().equals(list.form()))
                .findFirst();
        return list == null || form.isEmpty()
                ? Optional.empty()
                : WebAddress.of(request.url())
                        .map(address ->
                                new ListStep(address, form.get(), list.depth(), list.page(), request.changedAt()));
    }

    /** How somebody else is asked to take it. */
    ListPart part(@Nullable Days days) {
        return new ListPart(
                form.name(), depth, page, days == null ? null : days.from(), days == null ? null : days.to());
    }

    static ListStep root(WebAddress address, Form form) {
        return new ListStep(address, form, 0, 1, null);
    }

    /** Whether the list need not be asked for, as far as the index and the last reading tell. */
    boolean restsSince(KnownList known, Instant now) {
        if (form != Form.SITEMAP || depth == 0) {
            return false;
        }
        if (known.readAt().isAfter(now)) {
            // By a clock that was put back since.
            return false;
        }
        if (changedAt == null || known.changedAt() == null) {
            return !known.fresh() && now.isBefore(known.readAt().plus(UNDATED_REST));
        }
        // A bare date says nothing of the hour: until that day is over everywhere the list may change again.
        boolean bare = changedAt.equals(changedAt.truncatedTo(ChronoUnit.DAYS));
        boolean settled = !bare || known.readAt().isAfter(changedAt.plus(Duration.ofHours(48)));
        return !changedAt.isAfter(known.changedAt())
                && settled
                && now.isBefore(known.readAt().plus(DATE_BELIEVED));
    }
}
