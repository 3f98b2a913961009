package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Switches off what tag, role, visibility or name declares not to be the article. */
final class Clutter {

    /** How much to trust the names. */
    enum Trust {
        FULL,
        /** Tags and roles, and the names of comments; for pages whose names mislead about their article, but which have one. */
        SOME,
        /** Only tags and roles; for pages whose names mislead. */
        TAGS
    }

    private static final Set<String> DROPPED_TAGS =
            Set.of("nav", "aside", "footer", "figcaption", "menu", "dialog", "amp-sidebar", "address", "form");

    /** More than there is. */
    private static final double ANY = 2;

    private static final int LEAST_ARTICLE = 500;
    private static final int MOST_ARTICLES = 20;

    private final PageLayout layout;
    private final Trust trust;
    private final int[] prose;
    private final int allProse;
    private final List<Integer> articles;
    private int named;

    Clutter(PageLayout layout, Trust trust) {
        this.layout = layout;
        this.trust = trust;
        this.prose = new int[layout.blocks().size() + 1];
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            prose[i + 1] = prose[i] + (block.isProse() ? block.text().length() : 0);
        }
        this.allProse = prose[layout.blocks().size()];
        this.articles = articles();
    }

    void drop() {
        for (int i = 1; i < layout.size(); ) {
            if (isClutter(i)) {
                layout.drop(i);
                i = layout.endElement(i);
            } else {
                i++;
            }
        }
    }

    private boolean isClutter(int index) {
        Element e = layout.element(index);
        String tag = e.normalName();
        if (tag.equals("body") || tag.equals("html") || layout.firstBlock(index) == layout.endBlock(index)) {
            return false;
        }
        double share = share(index);
        if (hidden(e)) {
            return share < 0.5;
        }
        if (DROPPED_TAGS.contains(tag)) {
            if (tag.equals("aside") && articleElsewhere(index)) {
                return true;
            }
            return share
                    < switch (tag) {
                        case "nav", "figcaption" -> 0.9;
                        case "footer" -> holdsHeadline(index) ? 0.4 : ANY;
                        default -> 0.4;
                    };
        }
        if (tag.equals("header")) {
            return share < 0.15;
        }
        if (tag.equals("figure")) {
            return share < 0.2;
        }
        if (Hints.clutterRole(e)) {
            return share < (e.attr("role").endsWith("dialog") ? 0.8 : 0.4);
        }
        if (tag.equals("main") || isHeading(tag) || e.attr("itemprop").equalsIgnoreCase("articleBody")) {
            return false;
        }
        Hints.Verdict names = layout.names(index);
        if (names.biography() && !holdsHeadline(index)) {
            return true;
        }
        if (trust != Trust.FULL) {
            return (names.aside() && share < 0.25) || (names.comments() && trust == Trust.SOME);
        }
        if (names.consent()) {
            return share < 0.9;
        }
        if (names.comments()) {
            return share < 0.8 && !holdsHeadline(index);
        }
        if (!names.clutter() || tag.equals("blockquote") || holdsEmbeddedPost(index)) {
            return false;
        }
        if (names.body() || tag.equals("article") || tag.equals("p")) {
            return share < 0.05 && !tag.equals("p");
        }
        if (share < 0.25) {
            named += prose(index);
            return true;
        }
        return false;
    }

    /** Part of the page's prose that nothing but names spoke against. */
    double named() {
        return allProse == 0 ? 0 : (double) named / allProse;
    }

    /** A post of a social network that the article quotes: people's statements, though the box is named "social". */
    private boolean holdsEmbeddedPost(int index) {
        if (layout.endElement(index) - index > 40) {
            return false;
        }
        for (int i = index; i < layout.endElement(index); i++) {
            String names = layout.element(i).className();
            if (names.contains("twitter-tweet")
                    || names.contains("twitter-video")
                    || names.contains("instagram-media")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the page has an article outside of the element that is long enough to be one. */
    private boolean articleElsewhere(int index) {
        return articles.stream().anyMatch(i -> !layout.contains(i, index) && !layout.contains(index, i));
    }

    private List<Integer> articles() {
        var found = new ArrayList<Integer>();
        for (int i = 1; i < layout.size() && found.size() < MOST_ARTICLES; ) {
            boolean article = layout.element(i).normalName().equals("article") && prose(i) >= LEAST_ARTICLE;
            if (article) {
                found.add(i);
            }
            i = article ? layout.endElement(i) : i + 1;
        }
        return found;
    }

    private int prose(int index) {
        return prose[layout.endBlock(index)] - prose[layout.firstBlock(index)];
    }

    /** The id of a heading is made of its words, which may be any. */
    private static boolean isHeading(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    /** Part of the page's prose that stands in the element. */
    private double share(int index) {
        return allProse == 0 ? 0 : (double) prose(index) / allProse;
    }

    private boolean holdsHeadline(int index) {
        for (int i = index; i < layout.endElement(index); i++) {
            if (layout.element(i).normalName().equals("h1")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hidden(Element e) {
        return e.attr("aria-hidden").equals("true") || Unseen.hidden(e);
    }
}
