package org.watchword.ingest.extract;

import org.jsoup.nodes.Element;
import org.watchword.model.LowerCase;

/**
 * Inline elements that a reader of the page does not see, so that their words are no part of the sentence they stand in: words for
 * screen readers, values for machines, and cards that open over a link.
 */
final class Unseen {

    /** Longer styles are not read. */
    private static final int LONGEST_STYLE = 500;

    private static final int LINKS_OF_A_CARD = 2;

    private Unseen() {}

    static boolean is(Element inline, Hints.Verdict names) {
        return hidden(inline) || names.unseen() || isMachineValue(inline) || isCard(inline);
    }

    /** By attribute or by a style of its own; style sheets are not read. */
    static boolean hidden(Element e) {
        if (e.hasAttr("hidden")) {
            return true;
        }
        String style = e.attr("style");
        if (style.isEmpty() || style.length() > LONGEST_STYLE) {
            return false;
        }
        String flat = LowerCase.of(style).replace(" ", "");
        return flat.contains("display:none")
                || flat.contains("visibility:hidden")
                || (flat.contains("position:absolute")
                        && (flat.contains("clip:rect(0") || flat.contains("clip-path:inset(50%)")));
    }

    /** Picture or publisher as microdata (schema.org), spelled out in spans that a style sheet hides. */
    private static boolean isMachineValue(Element e) {
        return e.hasAttr("itemscope")
                && switch (e.attr("itemprop")) {
                    case "image", "logo", "publisher" -> true;
                    default -> false;
                };
    }

    /** Portrait, name and latest stories of the person whom the link before it names. */
    private static boolean isCard(Element e) {
        Element before = e.normalName().equals("span") ? e.previousElementSibling() : null;
        return before != null
                && before.normalName().equals("a")
                && e.getElementsByTag("a").size() >= LINKS_OF_A_CARD
                && e.selectFirst("img") != null;
    }
}
