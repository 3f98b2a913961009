package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Chooses the elements that hold the article. Start from the page, go down to the child that holds nearly all of the value, and
 * stop where it divides; then prefer what the page itself calls its article, if enough of that value stands in it.
 */
final class BodyFinder {

    /** A child this rich stands for its parent. */
    private static final double DOMINANT = 0.7;

    /** The richest child may be poorer where the article is known to begin in it. */
    private static final double LEADING = 0.4;

    /** An element with the lead and this much text is the article, though another is longer. */
    private static final int ENOUGH = 500;

    private final PageLayout layout;
    private final int lead;
    private final int[] value;
    private final int[] prose;

    /** @param lead block where the article is known to begin; −1 when it is not known */
    BodyFinder(PageLayout layout, int lead) {
        this.layout = layout;
        this.lead = lead >= 0 && layout.isOn(lead) ? lead : -1;
        int n = layout.blocks().size();
        this.value = new int[n + 1];
        this.prose = new int[n + 1];
        for (int i = 0; i < n; i++) {
            Block block = layout.blocks().get(i);
            boolean on = layout.isOn(i);
            value[i + 1] = value[i] + (on ? block.value() : 0);
            prose[i + 1] = prose[i] + (on && block.isProse() ? block.weight() : 0);
        }
    }

    /** Disjoint elements in document order; empty when no element holds prose. */
    List<Integer> find() {
        int top = densest();
        int reach = prose(top);
        if (reach == 0) {
            return List.of();
        }
        for (Named named : Named.values()) {
            List<Integer> found = outermost(named, top);
            int held = found.stream().mapToInt(this::prose).sum();
            if (!found.isEmpty() && held >= named.share * reach) {
                return found;
            }
        }
        return List.of(top);
    }

    int prose(int element) {
        return prose[layout.endBlock(element)] - prose[layout.firstBlock(element)];
    }

    private int value(int element) {
        return value[layout.endBlock(element)] - value[layout.firstBlock(element)];
    }

    private int densest() {
        int at = 0;
        while (true) {
            int best = -1;
            int leading = -1;
            for (int child = at + 1; child < layout.endElement(at); child = layout.endElement(child)) {
                if (best < 0 || value(child) > value(best)) {
                    best = child;
                }
                leading = holdsLead(child) ? child : leading;
            }
            if (leading >= 0 && leading != best && prose(leading) >= ENOUGH && !isText(layout.element(leading))) {
                at = leading;
                continue;
            }
            double share = best >= 0 && best == leading && prose(best) >= ENOUGH ? LEADING : DOMINANT;
            if (best < 0 || prose(best) < share * prose(at) || isText(layout.element(best))) {
                return at;
            }
            at = best;
        }
    }

    private boolean holdsLead(int element) {
        return lead >= layout.firstBlock(element) && lead < layout.endBlock(element);
    }

    private static boolean isText(Element e) {
        return switch (e.normalName()) {
            case "p", "li", "span", "font", "strong", "b", "em", "i", "a", "h1", "h2", "h3", "h4", "h5", "h6" -> true;
            default -> false;
        };
    }

    /** Ways in which a page names its article, the surest first. */
    private enum Named {
        ITEMPROP(0.5),
        BODY_NAME(0.75),
        ARTICLE(0.8),
        MAIN(0.9);

        /** Part of the page's prose that must stand in elements so named. */
        final double share;

        Named(double share) {
            this.share = share;
        }
    }

    private List<Integer> outermost(Named named, int top) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < layout.size(); ) {
            if (prose(i) > 0 && matches(named, i)) {
                int inner = named == Named.BODY_NAME ? innermost(i) : i;
                found.add(inner);
                i = layout.endElement(i);
            } else {
                i++;
            }
        }
        if (found.size() > 1 && named != Named.ITEMPROP) {
            found.removeIf(i -> !layout.contains(top, i) && !layout.contains(i, top));
        }
        if (named == Named.ARTICLE && found.size() > 1) {
            // Teasers are articles too: keep the one that dominates.
            int best = found.stream()
                    .max(Comparator.<Integer, Boolean>comparing(i -> holdsLead(i) && prose(i) >= ENOUGH)
                            .thenComparing(this::prose))
                    .orElseThrow();
            return List.of(best);
        }
        return found;
    }

    /** The deepest element of that name which still holds nearly all of the outer one's prose. */
    private int innermost(int outer) {
        int best = outer;
        for (int i = outer + 1; i < layout.endElement(outer); i++) {
            if (layout.contains(best, i) && prose(i) >= 0.9 * prose(outer) && matches(Named.BODY_NAME, i)) {
                best = i;
            }
        }
        return best;
    }

    private boolean matches(Named named, int index) {
        Element e = layout.element(index);
        return switch (named) {
            case ITEMPROP ->
                e.attr("itemprop").equalsIgnoreCase("articleBody")
                        || e.attr("property").equalsIgnoreCase("articleBody")
                        || e.attr("itemprop").equalsIgnoreCase("reviewBody");
            case BODY_NAME ->
                !e.normalName().equals("body")
                        && !e.normalName().equals("html")
                        && layout.names(index).body();
            case ARTICLE -> e.normalName().equals("article") || e.attr("role").equals("article");
            case MAIN -> e.normalName().equals("main") || e.attr("role").equals("main");
        };
    }
}
