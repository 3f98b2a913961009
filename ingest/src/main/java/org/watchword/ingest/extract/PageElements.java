package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements of a tree in document order, found in one walk: each finder of metadata would walk the whole page otherwise. */
final class PageElements {

    private final List<Element> all = new ArrayList<>();
    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final List<Element> described = new ArrayList<>();

    PageElements(Element root) {
        for (Node node = root; node != null; node = Subtree.next(node, root)) {
            if (node instanceof Element e) {
                all.add(e);
                byTag.computeIfAbsent(e.normalName(), tag -> new ArrayList<>()).add(e);
                if (e.hasAttr("itemprop")) {
                    described.add(e);
                }
            }
        }
    }

    List<Element> all() {
        return all;
    }

    /** @param tag in lower case */
    List<Element> tagged(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** Microdata of that name. */
    List<Element> described(String itemprop) {
        return described.stream().filter(e -> isDescribed(e, itemprop)).toList();
    }

    static boolean isDescribed(Element e, String itemprop) {
        return e.hasAttr("itemprop") && e.attr("itemprop").strip().equalsIgnoreCase(itemprop);
    }
}
