package org.watchword.ingest.extract;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Places on a page that speak of something other than its article: comments, teasers, the frame of the site. What holds the headline
 * too holds the article, whatever its name. What is inside a link speaks of the page that it leads to, and so does what stands
 * together with a heading that is a link; when that is the page itself, of the page.
 */
final class OtherArticles {

    /** How surely an element stands in such a place. */
    enum Place {
        ARTICLE,
        /** By the name of what it stands in. */
        LIKELY_OTHER,
        /** By the kind of what it stands in. */
        OTHER
    }

    private static final int FARTHEST = 12;
    private static final int FARTHEST_UNSURE = 4;

    private final Set<Element> aroundHeadline = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TeaserLinks links;
    private final Hints hints;

    OtherArticles(@Nullable Element headline, TeaserLinks links, Hints hints) {
        this.links = links;
        this.hints = hints;
        for (Element at = headline; at != null; at = at.parent()) {
            aroundHeadline.add(at);
        }
    }

    Place of(Element e) {
        Place place = Place.ARTICLE;
        int up = 0;
        for (Element at = e; at != null && up < FARTHEST; at = at.parent(), up++) {
            String tag = at.normalName();
            if (aroundHeadline.contains(at) || tag.equals("body")) {
                return place;
            }
            Place led = aroundHeadline.isEmpty() && !tag.equals("a") ? null : links.of(at, up);
            if (led != null) {
                return led;
            }
            Hints.Verdict names = hints.verdict(at);
            if (tag.equals("aside") || tag.equals("footer") || tag.equals("nav") || names.ofComments()) {
                return Place.OTHER;
            }
            boolean counts = !aroundHeadline.isEmpty() || up < FARTHEST_UNSURE;
            if (counts && names.teaser()) {
                place = Place.LIKELY_OTHER;
            }
        }
        return place;
    }
}
