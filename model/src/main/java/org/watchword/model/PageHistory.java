package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How a page's text has changed over all captures known. It follows from the set of captures alone: every order of arrival ends in the
 * same history.
 *
 * @param versions texts the page has had; at least 1
 * @param revisions its changes, in order of capture; a page that went back to an earlier text has one for the way there and one for
 *     the way back
 * @param others statements of other versions whose page has become {@link #edited()} with this analysis, or another kind of edited
 */
@JsonPropertyOrder({"versions", "revisions", "others"})
public record PageHistory(int versions, List<Revision> revisions, List<String> others) {

    public PageHistory {
        revisions = List.copyOf(revisions);
        others = List.copyOf(others);
    }

    /** A page that was never seen to change. */
    public static PageHistory unchanged() {
        return new PageHistory(1, List.of(), List.of());
    }

    /** Whether, and how, the page's words were changed. */
    public PageEdits edited() {
        if (revisions.stream().anyMatch(Revision::silent)) {
            return PageEdits.SILENT;
        }
        return revisions.stream().anyMatch(r -> r.kind().changesWords()) ? PageEdits.ANNOUNCED : PageEdits.NONE;
    }
}
