package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a page's text between two captures that follow each other.
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
 */
@JsonPropertyOrder({"from", "fromAt", "to", "at", "silent", "announced", "kind", "removed", "added", "exact", "edits"})
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
        List<Edit> edits) {

    public Revision {
        edits = List.copyOf(edits);
    }
}
