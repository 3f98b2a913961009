package org.watchword.ingest.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.model.LowerCase;

/** Which page a teaser speaks of: the one that its link leads to, or that bears the title it prints. */
final class TeaserLinks {

    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?");
    private static final Pattern REST = Pattern.compile("#.*$|/+(?=$|[?#])");

    /** A shorter text of a link is a date alone, which leads to the page itself or to all of that day. */
    private static final int LEAST_LINK_TEXT = 40;

    /** A teaser is no longer than this, nor its heading farther from what belongs to it than so many elements. */
    private static final int LONGEST_TEASER = 700;

    private static final int FARTHEST = 4;

    private final List<String> own;
    private final String title;

    TeaserLinks(PageFacts page, @Nullable String title) {
        this.title = title == null ? "" : Headline.letters(title);
        own = page.addresses().stream().map(TeaserLinks::bare).toList();
    }

    /**
     * Where the link leads that an element is, or that the heading of a teaser holds.
     *
     * @param up how many elements it is above what is asked about
     * @return null when there is no such link
     */
    OtherArticles.@Nullable Place of(Element e, int up) {
        if (e.normalName().equals("a")) {
            if (!leads(e) || e.text().length() < LEAST_LINK_TEXT) {
                return null;
            }
            Element heading = Subtree.heading(e);
            return to(e, heading == null ? e : heading);
        }
        if (up == 0 || up > FARTHEST || Subtree.isLonger(e, LONGEST_TEASER)) {
            return null;
        }
        Element heading = Subtree.heading(e);
        if (heading == null) {
            return null;
        }
        Element link = heading.selectFirst("a[href]");
        return link != null && leads(link) ? to(link, heading) : null;
    }

    private static boolean leads(Element link) {
        String href = LowerCase.of(link.attr("href").strip());
        return !href.isEmpty()
                && !href.startsWith("#")
                && !href.startsWith("javascript:")
                && !href.startsWith("mailto:");
    }

    private OtherArticles.Place to(Element link, Element heading) {
        String url = link.absUrl("href");
        boolean isOwn = own.contains(bare(url.isEmpty() ? link.attr("href") : url))
                || (!title.isEmpty() && Headline.letters(heading.text()).equals(title));
        return isOwn ? OtherArticles.Place.ARTICLE : OtherArticles.Place.OTHER;
    }

    /** Without what does not tell pages apart here: scheme, fragment, slash at the end. */
    private static String bare(String url) {
        return REST.matcher(SCHEME.matcher(LowerCase.of(url.strip())).replaceFirst(""))
                .replaceAll("");
    }
}
