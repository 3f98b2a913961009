package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a page's text or headline between two captures that follow each other.
 *
 * @param from {@link Document#textSha256()} of the earlier text
 * @param fromAt when the earlier text was last captured before the change
 * @param to {@link Document#textSha256()} of the later text
 * @param at when the later text was captured: the change was made after {@code fromAt} and not after this
 * @param silent whether words changed and the page does not say so
 * @param announced how the page says that it was changed: a new date of modification, or the note it gained; absent when it does not
 * @param kind what the change did
 * @param removed words taken away, counted
 * @param added words put in, counted
 * @param exact whether {@code edits} are the whole difference, word by word; false when the texts differ too much to be compared in
 *     reasonable time, are too long to be told here, or when one of them is not kept: then the edits may be one, or none
 * @param edits where the texts differ, in order
 * @param headline where the headlines differ, in order; empty when they do not, or when one of them is not known
 */
@JsonPropertyOrder({
    "from",
    "fromAt",
    "to",
    "at",
    "silent",
    "announced",
    "kind",
    "removed",
    "added",
    "exact",
    "edits",
    "headline"
})
public record Revision(
        String from,
        Instant fromAt,
        String to,
        Instant at,
        boolean silent,
        @Nullable String announced,
        RevisionKind kind,
        int removed,
        int added,
        boolean exact,
        List<Edit> edits,
        List<Edit> headline) {

    @SuppressWarnings("ConstantValue") // A history kept before headlines were compared carries none.
    public Revision {
        edits = List.copyOf(edits);
        headline = headline == null ? List.of() : List.copyOf(headline);
    }

    /** A change of the text alone. */
    public Revision(
            String from,
            Instant fromAt,
            String to,
            Instant at,
            boolean silent,
            @Nullable String announced,
            RevisionKind kind,
            int removed,
            int added,
            boolean exact,
            List<Edit> edits) {
        this(from, fromAt, to, at, silent, announced, kind, removed, added, exact, edits, List.of());
    }

    /** Whether the two captures have the same text, digest for digest, and only the headline differs. */
    public boolean isOfHeadlineOnly() {
        return from.equals(to);
    }
}
