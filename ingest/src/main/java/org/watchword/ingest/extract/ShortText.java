package org.watchword.ingest.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.watchword.ingest.page.Letters;

/**
 * Tells a short article from what is left of a page that has none: a notice, a description of the outlet, somebody's biography. Of a
 * long text nobody asks; a short one must show that it belongs to the page's headline.
 */
final class ShortText {

    /** Weight from which a text needs no further witness. */
    private static final int ENOUGH = 900;

    /** Below this, a name alone does not speak for it. */
    private static final int VERY_SHORT = 500;

    /** Part of the page's text; a page that says little else says this. */
    private static final double MOST_OF_PAGE = 0.25;

    /** Blocks between headline and text: byline, date, caption, buttons. */
    private static final int NEAR = 10;

    /** Levels of the tree in which a name is looked for. */
    private static final int REACH = 4;

    private static final int LEAST_TITLE = 12;

    private final PageLayout layout;
    private final String title;
    private final int lead;

    /**
     * @param title of the page, as {@link Letters}
     * @param lead block the page's description is taken from, or −1
     */
    ShortText(PageLayout layout, String title, int lead) {
        this.layout = layout;
        this.title = title;
        this.lead = lead;
    }

    boolean isArticle(List<Block> text, int weight) {
        if (weight >= ENOUGH) {
            return true;
        }
        int first = indexOf(text.get(0));
        int last = indexOf(text.get(text.size() - 1));
        if (lead >= first - NEAR && lead >= 0 && lead <= last) {
            return true;
        }
        boolean near = nearHeadline(first);
        boolean named = isNamed(text.get(0).element());
        boolean strict = weight < VERY_SHORT && lead >= 0;
        return (strict ? near && named : near || named)
                || (weight >= VERY_SHORT && lead < 0)
                || weight >= MOST_OF_PAGE * pageWeight();
    }

    private int indexOf(Block wanted) {
        for (int i = 0; i < layout.blocks().size(); i++) {
            if (layout.blocks().get(i) == wanted) {
                return i;
            }
        }
        return 0;
    }

    private boolean nearHeadline(int first) {
        for (int i = first; i >= Math.max(0, first - NEAR); i--) {
            Block block = layout.blocks().get(i);
            String tag = layout.element(block.element()).normalName();
            if (tag.equals("h1") || (block.kind() == Block.Kind.HEADING && isTitle(block))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTitle(Block block) {
        String letters = Letters.of(block.text());
        return letters.length() >= LEAST_TITLE && title.contains(letters);
    }

    private boolean isNamed(int element) {
        int up = 0;
        for (int at = element; at > 0 && up < REACH; at = layout.parent(at), up++) {
            Element e = layout.element(at);
            if (e.normalName().equals("footer") || e.normalName().equals("aside")) {
                return false;
            }
            if (e.normalName().equals("article") && leadsElsewhere(at)) {
                return false;
            }
            if (e.normalName().equals("article")
                    || e.attr("itemprop").equalsIgnoreCase("articleBody")
                    || layout.names(at).body()) {
                return true;
            }
        }
        return false;
    }

    /** A teaser is an article too, by its tag; its headline is a link. */
    private boolean leadsElsewhere(int article) {
        for (int i = layout.firstBlock(article); i < layout.endBlock(article); i++) {
            Block block = layout.blocks().get(i);
            if (block.kind() == Block.Kind.HEADING) {
                return block.linkDensity() > 0.8;
            }
        }
        return false;
    }

    private int pageWeight() {
        return layout.blocks().stream().mapToInt(Block::weight).sum();
    }
}
