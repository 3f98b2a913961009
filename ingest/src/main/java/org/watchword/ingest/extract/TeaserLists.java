package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Switches off lists of other articles: three or more siblings built alike, most of them opened by a headline that is a link and
 * followed by hardly more than a summary. A front page consists of these, so nothing of it is left.
 */
final class TeaserLists {

    private static final int LEAST_MEMBERS = 3;
    private static final int LONGEST_SUMMARY = 600;

    private final PageLayout layout;

    TeaserLists(PageLayout layout) {
        this.layout = layout;
    }

    void drop() {
        for (int at = 0; at < layout.size(); at++) {
            if (layout.endElement(at) - at > LEAST_MEMBERS
                    && layout.endBlock(at) - layout.firstBlock(at) >= LEAST_MEMBERS) {
                for (List<Integer> group : alike(at)) {
                    if (group.size() >= LEAST_MEMBERS && mostlyTeasers(group)) {
                        group.stream().filter(this::isTeaser).forEach(layout::drop);
                    }
                }
            }
        }
    }

    private Iterable<List<Integer>> alike(int parent) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int child = parent + 1; child < layout.endElement(parent); child = layout.endElement(child)) {
            Element e = layout.element(child);
            boolean box =
                    switch (e.normalName()) {
                        case "li", "article", "div", "section", "a", "tr", "td" -> true;
                        default -> false;
                    };
            if (box && layout.firstBlock(child) < layout.endBlock(child)) {
                String names = layout.names(child).words();
                groups.computeIfAbsent(e.normalName() + ' ' + names, k -> new ArrayList<>())
                        .add(child);
            }
        }
        return groups.values();
    }

    private boolean mostlyTeasers(List<Integer> group) {
        int teasers = 0;
        for (int member : group) {
            teasers += isTeaser(member) ? 1 : 0;
        }
        return teasers >= LEAST_MEMBERS && teasers >= 0.7 * group.size();
    }

    private boolean isTeaser(int member) {
        boolean headline = false;
        int weight = 0;
        for (int i = layout.firstBlock(member); i < layout.endBlock(member); i++) {
            Block block = layout.blocks().get(i);
            weight += block.weight();
            if (weight > LONGEST_SUMMARY) {
                return false;
            }
            headline |= block.linkDensity() > 0.8 && block.weight() >= 15;
        }
        return headline;
    }
}
