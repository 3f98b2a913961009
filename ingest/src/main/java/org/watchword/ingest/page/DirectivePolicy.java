package org.watchword.ingest.page;

import java.time.Instant;
import java.util.Optional;

/**
 * Which wishes of a page are respected. By default all are. What is published here can be searched, so {@code noindex} and a passed
 * {@code unavailable_after} keep a page out; a statement must be provable from the kept bytes, so a page that forbids keeping them is not
 * published either. Whoever has a right to record what a public body said in public, whatever its templates ask for, may decide
 * otherwise.
 *
 * @param noindex a page with it is refused
 * @param nofollow a list page with it leads nowhere
 * @param noarchive a page with it is refused
 * @param unavailableAfter a page whose date has passed is refused
 */
public record DirectivePolicy(Heed noindex, Heed nofollow, Heed noarchive, Heed unavailableAfter) {

    public static final DirectivePolicy DEFAULT =
            new DirectivePolicy(Heed.RESPECT, Heed.RESPECT, Heed.RESPECT, Heed.RESPECT);

    /** Whether a directive counts. */
    public enum Heed {
        RESPECT,
        IGNORE
    }

    /** Why a page that says so may not be kept and published; empty when it may. */
    public Optional<Extraction.Refused> refusal(PageDirectives said, Instant now) {
        if (said.noarchive() && noarchive == Heed.RESPECT) {
            return refused("noarchive", "the page asks robots to keep no copy, and without one nothing can be proved");
        }
        if (said.noindex() && noindex == Heed.RESPECT) {
            return refused("noindex", "the page asks robots not to make it searchable");
        }
        Instant from = said.unavailableAfter();
        if (from != null && !now.isBefore(from) && unavailableAfter == Heed.RESPECT) {
            return refused("unavailable-after", "the page asks not to be found after " + from);
        }
        return Optional.empty();
    }

    private static Optional<Extraction.Refused> refused(String code, String reason) {
        return Optional.of(new Extraction.Refused(code, reason));
    }

    /** Whether the links of a page that says so may be followed. */
    public boolean mayFollow(PageDirectives said) {
        return !said.nofollow() || nofollow == Heed.IGNORE;
    }
}
