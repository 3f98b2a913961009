package org.watchword.ingest.collect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.ingest.address.PageFamily;
import org.watchword.ingest.frontier.FetchState;
import org.watchword.ingest.frontier.FetchState.Relative;
import org.watchword.ingest.frontier.KnownDocument;
import org.watchword.ingest.frontier.Twins.Twin;
import org.watchword.ingest.page.Likeness;

/**
 * Which document a page shows. A page says so itself; where it does not, its address and its words together tell that it is a form of
 * a page that is known. Neither makes one document of two articles: a claim to the address of a page with quite other words under another
 * headline is not believed, and addresses alone prove nothing. A page whose own address another had claimed before is named by it with an
 * empty fragment, which leads to the same place.
 */
final class DocumentNames {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentNames.class);

    private final FetchState state;

    DocumentNames(FetchState state) {
        this.state = state;
    }

    /**
     * What is known of a captured page.
     *
     * @param asked names the address that was asked for
     * @param own names the address that answered
     * @param claimed names the address that the page calls canonical; {@code own} where it calls none
     * @param amp names the address that it calls its AMP form
     */
    record Sighting(
            String asked,
            String own,
            String claimed,
            @Nullable String amp,
            Likeness likeness) {}

    /** The canonical address of the document; two pages of one {@link PageFamily} are not to be asked about at the same time. */
    String of(Sighting page) {
        String base = isBelieved(page) ? page.claimed : page.own;
        String name = base.equals(page.own) ? twin(page).orElseGet(() -> relative(page, base)) : relative(page, base);
        if (name.equals(page.own) && isTaken(page)) {
            name = page.own + '#';
        }
        if (!name.equals(page.own)) {
            if (!name.equals(page.claimed)) {
                state.twins().note(page.own, new Twin(name, true));
            }
        } else if (page.amp != null && PageFamily.of(page.amp) != PageFamily.of(name)) {
            state.twins().note(page.amp, new Twin(name, false));
        }
        return name;
    }

    private boolean isBelieved(Sighting page) {
        if (page.claimed.equals(page.own)) {
            return true;
        }
        Optional<KnownDocument> known = state.document(page.claimed);
        boolean other = known.isPresent()
                && !known.get().url().equals(page.asked)
                && page.likeness.isOther(known.get().likeness());
        if (other) {
            LOG.warn(
                    "{} calls {} its canonical address, where quite other words under another headline are known from {}:"
                            + " taken as a page of its own",
                    page.own,
                    page.claimed,
                    known.get().url());
        }
        return !other;
    }

    /** Another page, with quite other words, had claimed this one's address before it was found. */
    private boolean isTaken(Sighting page) {
        return state.document(page.own)
                .filter(known -> !known.url().equals(page.asked) && page.likeness.isOther(known.likeness()))
                .isPresent();
    }

    private Optional<String> twin(Sighting page) {
        return state.twins()
                .of(page.own)
                .filter(twin -> state.document(twin.canonicalUrl())
                        .map(KnownDocument::likeness)
                        .filter(likeness ->
                                twin.seen() ? !page.likeness.isOther(likeness) : page.likeness.isAlike(likeness))
                        .isPresent())
                .map(Twin::canonicalUrl);
    }

    private String relative(Sighting page, String base) {
        if (state.document(base).isPresent()) {
            return base;
        }
        String amp = page.amp;
        Optional<String> form = state.family(PageFamily.of(base)).stream()
                .filter(relative -> page.likeness.isAlike(relative.document().likeness()))
                .map(Relative::canonicalUrl)
                .findFirst();
        if (form.isPresent() || amp == null) {
            return form.orElse(base);
        }
        boolean alike = state.document(amp)
                .filter(known -> page.likeness.isAlike(known.likeness()))
                .isPresent();
        return alike ? amp : base;
    }
}
