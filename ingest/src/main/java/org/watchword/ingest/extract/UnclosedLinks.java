package org.watchword.ingest.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Links that a page forgot to close. The HTML parser opens such a link again around what follows, or in every block of it (WHATWG
 * HTML, 13.2.4.3, "reconstruct the active formatting elements"), until the whole article reads as one link.
 */
final class UnclosedLinks {

    /** No page links a single address in more pieces, with so many words. */
    private static final int LEAST_PIECES = 5;

    private static final int LEAST_CHARS = 600;

    private final Set<String> addresses = new HashSet<>();

    UnclosedLinks(Element root) {
        Map<String, int[]> seen = new HashMap<>();
        for (Node node = root; node != null; node = Subtree.next(node, root)) {
            if (node.nameIs("a")) {
                int[] pieces = seen.computeIfAbsent(node.attr("href"), address -> new int[2]);
                pieces[0] += 1;
                count(node, pieces);
            }
        }
        seen.forEach((address, pieces) -> {
            if (pieces[0] >= LEAST_PIECES && pieces[1] >= LEAST_CHARS) {
                addresses.add(address);
            }
        });
    }

    private static void count(Node link, int[] pieces) {
        for (Node node = link; node != null; node = Subtree.next(node, link)) {
            pieces[0] += node.nameIs("p") ? 1 : 0;
            pieces[1] += Subtree.wholeLength(node);
        }
    }

    /** Whether the element is a link somebody meant. */
    boolean isLink(Element element) {
        return element.normalName().equals("a") && !addresses.contains(element.attr("href"));
    }
}
