package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page flattened: its elements in document order and its text as a list of {@link Block}s. The blocks inside an element are a
 * contiguous range, so whole subtrees can be switched off and summed cheaply.
 */
final class PageLayout {

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "head",
            "title",
            "button",
            "input",
            "select",
            "textarea",
            "option",
            "audio",
            "video",
            "map",
            "datalist",
            "meter",
            "progress",
            "math",
            "rp",
            "rt");
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "q",
            "ruby",
            "rb",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "o:p",
            "st1:place",
            "amp-img",
            "picture",
            "source");

    private final List<Element> elements = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int[] parent = new int[256];
    private int[] firstBlock = new int[256];
    private int[] endBlock = new int[256];
    private int[] endElement = new int[256];
    private final BitSet off = new BitSet();
    private final Hints hints;
    private Hints.@Nullable Verdict[] names = new Hints.Verdict[256];

    private final StringBuilder text = new StringBuilder();
    private int linkChars;
    private int links;
    private boolean brokenLine;

    private PageLayout(Hints hints) {
        this.hints = hints;
    }

    /** Flattens everything below and including {@code root}. */
    static PageLayout of(Element root, Hints hints) {
        var layout = new PageLayout(hints);
        layout.read(root);
        return layout;
    }

    private void read(Element root) {
        UnclosedLinks anchors = new UnclosedLinks(root);
        int current = -1;
        int owner = 0;
        var owners = new ArrayList<Integer>();
        Node node = root;
        while (true) {
            boolean descend = false;
            if (node instanceof TextNode t) {
                append(t.getWholeText());
            } else if (node instanceof Element e) {
                String tag = e.normalName();
                if (tag.equals("br")) {
                    lineBreak(owner);
                } else if (tag.equals("hr")) {
                    flush(owner);
                } else if (!SKIPPED.contains(tag) && !(INLINE.contains(tag) && Unseen.is(e, hints.verdict(e)))) {
                    boolean inline = INLINE.contains(tag);
                    if (!inline) {
                        flush(owner);
                    }
                    current = add(e, current);
                    owners.add(owner);
                    owner = inline ? owner : current;
                    links += anchors.isLink(e) ? 1 : 0;
                    descend = true;
                }
            }
            if (descend && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            while (true) {
                if (descend) {
                    // Leaving an element that was entered.
                    Element e = elements.get(current);
                    if (!INLINE.contains(e.normalName())) {
                        flush(owner);
                    }
                    links -= anchors.isLink(e) ? 1 : 0;
                    endBlock[current] = blocks.size();
                    endElement[current] = elements.size();
                    current = parent[current];
                    owner = owners.remove(owners.size() - 1);
                }
                if (node == root) {
                    flush(owner);
                    endBlock[0] = blocks.size();
                    return;
                }
                Node next = node.nextSibling();
                if (next != null) {
                    node = next;
                    break;
                }
                Node up = node.parent();
                if (up == null) {
                    return;
                }
                node = up;
                descend = true;
            }
        }
    }

    private int add(Element e, int current) {
        int index = elements.size();
        elements.add(e);
        if (index == parent.length) {
            int size = index * 2;
            names = Arrays.copyOf(names, size);
            parent = Arrays.copyOf(parent, size);
            firstBlock = Arrays.copyOf(firstBlock, size);
            endBlock = Arrays.copyOf(endBlock, size);
            endElement = Arrays.copyOf(endElement, size);
        }
        parent[index] = current;
        firstBlock[index] = blocks.size();
        return index;
    }

    private void append(String raw) {
        for (int i = 0; i < raw.length() && brokenLine; i++) {
            brokenLine = PlainText.isSpace(raw.charAt(i));
        }
        text.append(raw);
        if (links > 0) {
            linkChars += PlainText.line(raw).length();
        }
    }

    /** One break ends a line, which is a paragraph when it ends like one; two end a paragraph. */
    private void lineBreak(int owner) {
        int end = text.length() - 1;
        while (end >= 0 && PlainText.isSpace(text.charAt(end))) {
            end--;
        }
        if (brokenLine || (end >= 60 && ".!?…\"”»։。".indexOf(text.charAt(end)) >= 0)) {
            flush(owner);
        } else {
            text.append(' ');
        }
        brokenLine = true;
    }

    private void flush(int owner) {
        brokenLine = false;
        if (text.isEmpty()) {
            return;
        }
        String line = PlainText.line(text);
        if (!line.isEmpty()) {
            blocks.add(new Block(line, Math.min(linkChars, line.length()), owner, kind(owner)));
        }
        text.setLength(0);
        linkChars = 0;
    }

    private Block.Kind kind(int owner) {
        return switch (elements.get(owner).normalName()) {
            case "p" -> parentTag(owner).equals("blockquote") ? Block.Kind.QUOTE : Block.Kind.PARAGRAPH;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "li", "dt", "dd" -> Block.Kind.ITEM;
            case "blockquote", "pre" -> Block.Kind.QUOTE;
            case "td", "th", "caption" -> Block.Kind.CELL;
            default -> Block.Kind.LOOSE;
        };
    }

    private String parentTag(int element) {
        return parent[element] < 0 ? "" : elements.get(parent[element]).normalName();
    }

    int size() {
        return elements.size();
    }

    Element element(int index) {
        return elements.get(index);
    }

    /** What the names of the element say. */
    Hints.Verdict names(int index) {
        Hints.Verdict known = names[index];
        if (known == null) {
            known = hints.verdict(elements.get(index));
            names[index] = known;
        }
        return known;
    }

    /** Index of the parent, −1 for the root. */
    int parent(int index) {
        return parent[index];
    }

    /** First element index behind the subtree. */
    int endElement(int index) {
        return endElement[index];
    }

    int firstBlock(int index) {
        return firstBlock[index];
    }

    int endBlock(int index) {
        return endBlock[index];
    }

    List<Block> blocks() {
        return blocks;
    }

    boolean isOn(int block) {
        return !off.get(block);
    }

    /** Switches every block of the element off. */
    void drop(int element) {
        off.set(firstBlock[element], endBlock[element]);
    }

    void dropBlock(int block) {
        off.set(block);
    }

    /** Switches every block on again. */
    void restore() {
        off.clear();
    }

    boolean contains(int ancestor, int element) {
        return ancestor <= element && element < endElement[ancestor];
    }
}
