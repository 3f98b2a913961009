package org.watchword.ingest.extract;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Questions about an element that are answered without building its whole text. */
final class Subtree {

    private Subtree() {}

    /** The node after it in document order; null behind the last below {@code root}. */
    static @Nullable Node next(Node node, Node root) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node at = node;
        while (at != root) {
            Node sibling = at.nextSibling();
            if (sibling != null) {
                return sibling;
            }
            Node up = at.parent();
            if (up == null) {
                return null;
            }
            at = up;
        }
        return null;
    }

    /** Whether {@link Element#wholeText()} has more UTF-16 units. */
    static boolean isLonger(Element root, int most) {
        int length = 0;
        for (Node node = root; node != null && length <= most; node = next(node, root)) {
            length += wholeLength(node);
        }
        return length > most;
    }

    /** What a node itself, without those below it, adds to the length of {@link Element#wholeText()}. */
    static int wholeLength(Node node) {
        return node instanceof TextNode text ? text.getWholeText().length() : node.nameIs("br") ? 1 : 0;
    }

    /** Whether {@link Element#text()} surely has more UTF-16 units: white space, which is made less there, does not count. */
    static boolean saysMore(Element root, int most) {
        int length = 0;
        for (Node node = root; node != null; node = next(node, root)) {
            if (node instanceof TextNode text) {
                String raw = text.getWholeText();
                for (int i = 0; i < raw.length(); i++) {
                    char c = raw.charAt(i);
                    length += c > ' ' && c != 0xA0 && c != 0xAD && c != 0x200B ? 1 : 0;
                }
                if (length > most) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first heading below {@code h1}, the element itself included. */
    static @Nullable Element heading(Element root) {
        for (Node node = root; node != null; node = next(node, root)) {
            if (node instanceof Element e && isHeading(e) && !e.normalName().equals("h1")) {
                return e;
            }
        }
        return null;
    }

    static boolean isHeading(Element e) {
        String name = e.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /** Length of {@link TextNode#text()} without white space at its ends. */
    static int length(TextNode text) {
        String raw = text.getWholeText();
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                gap = true;
            } else if (c > ' ' && c < 0x7F) {
                length += gap && length > 0 ? 2 : 1;
                gap = false;
            } else {
                return text.text().strip().length();
            }
        }
        return length;
    }

    /** What a script or style holds, without a copy where it is one piece. */
    static String data(Element e) {
        return e.childNodeSize() == 1 && e.childNode(0) instanceof DataNode data ? data.getWholeData() : e.data();
    }
}
