package org.watchword.ingest.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Switches off what tag, role, visibility or name declares not to be the article. */
final class Clutter {

    /** How much to trust the names. */
    enum Trust {
        FULL,
        /** Only tags and roles; for pages whose names mislead. */
        TAGS
    }

    private static final Set<String> DROPPED_TAGS =
            Set.of("nav", "aside", "footer", "figcaption", "menu", "dialog", "amp-sidebar", "address", "form");

    private final PageLayout layout;
    private final Trust trust;
    private final int[] prose;
    private final int allProse;

    Clutter(PageLayout layout, Trust trust) {
        this.layout = layout;
        this.trust = trust;
        this.prose = new int[layout.blocks().size() + 1];
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            prose[i + 1] = prose[i] + (block.isProse() ? block.text().length() : 0);
        }
        this.allProse = prose[layout.blocks().size()];
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
            return share < (tag.equals("nav") || tag.equals("figcaption") ? 0.9 : 0.4);
        }
        if (tag.equals("header")) {
            return share < 0.15;
        }
        if (tag.equals("figure")) {
            return share < 0.2;
        }
        if (Hints.clutterRole(e)) {
            return share < 0.4;
        }
        if (trust == Trust.TAGS || tag.equals("main") || e.attr("itemprop").equalsIgnoreCase("articleBody")) {
            return false;
        }
        Hints.Verdict names = layout.names(index);
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
        return share < 0.25;
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

    /** Part of the page's prose that stands in the element. */
    private double share(int index) {
        return allProse == 0
                ? 0
                : (double) (prose[layout.endBlock(index)] - prose[layout.firstBlock(index)]) / allProse;
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
        if (e.hasAttr("hidden") || e.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = e.attr("style");
        if (style.isEmpty() || style.length() > 500) {
            return false;
        }
        String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return flat.contains("display:none") || flat.contains("visibility:hidden");
    }
}
