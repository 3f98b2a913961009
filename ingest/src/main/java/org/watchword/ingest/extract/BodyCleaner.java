package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.watchword.ingest.page.Letters;
import org.watchword.model.LowerCase;

/** Switches off what does not belong to the article inside the element that holds it, and gives the rest as paragraphs. */
final class BodyCleaner {

    private static final int LEAST_SENTENCE = 50;

    /** A text is this many times as long as a paragraph that stands under one of its headings. */
    private static final int LEAST_AROUND = 3;

    private static final Pattern BYLINE = Pattern.compile(
            "(?i)^(?:by|von|par|por|di|da|text|story by|written by|автор:?)\\s+\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|e|de|von|van|,)){0,8}.{0,40}$");

    /** A list that the page writes as paragraphs: "12) …". */
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}[.)] \\S.{14}");

    /** A source given by its address alone; other stories are linked by their headlines. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+");

    private final PageLayout layout;
    private final String title;
    private final SeeAlso seeAlso;
    private final Captions captions;

    /** @param title of the page, as {@link Letters} */
    BodyCleaner(PageLayout layout, String title, Captions captions) {
        this.layout = layout;
        this.title = title;
        this.seeAlso = new SeeAlso(layout);
        this.captions = captions;
    }

    /** Paragraphs of the given elements, in order. */
    List<Block> clean(List<Integer> roots) {
        var kept = new ArrayList<Block>();
        for (int root : roots) {
            dropLinkBoxes(root);
            new RelatedBoxes(layout, root).drop();
            for (int i = layout.firstBlock(root); i < layout.endBlock(root); i++) {
                Block block = layout.blocks().get(i);
                if (layout.isOn(i)
                        && ((!isStub(block) && !seeAlso.is(block) && !captions.is(block)) || headsProse(i))) {
                    kept.add(block);
                }
            }
        }
        dropAddressLists(kept);
        trimHead(kept);
        trimTail(kept);
        dropBareHeadings(kept);
        return kept;
    }

    /** Lists, tables and boxes of links. */
    private void dropLinkBoxes(int root) {
        for (int i = root + 1; i < layout.endElement(root); ) {
            if (isLinkBox(i)) {
                layout.drop(i);
                i = layout.endElement(i);
            } else {
                i++;
            }
        }
    }

    private boolean isLinkBox(int index) {
        Element e = layout.element(index);
        String tag = e.normalName();
        boolean box =
                switch (tag) {
                    case "ul", "ol", "dl", "table", "div", "section", "article", "center", "figure" -> true;
                    default -> false;
                };
        if (!box) {
            return false;
        }
        int chars = 0;
        int linkChars = 0;
        int prose = 0;
        int count = 0;
        for (int i = layout.firstBlock(index); i < layout.endBlock(index); i++) {
            if (layout.isOn(i)) {
                Block block = layout.blocks().get(i);
                chars += block.text().length();
                linkChars += block.linkChars();
                prose += block.isProse() || isLinkedSentence(block) ? 1 : 0;
                count++;
            }
        }
        if (count == 0) {
            return false;
        }
        double density = (double) linkChars / chars;
        if (tag.equals("ul") || tag.equals("ol") || tag.equals("dl")) {
            return density > 0.6 || (prose == 0 && density > 0.4);
        }
        return density > 0.6 && prose == 0 && chars < 2000;
    }

    /** A subheading that is a link, with its paragraph right behind it and among other paragraphs of the text. */
    private boolean headsProse(int at) {
        Block heading = layout.blocks().get(at);
        if (heading.kind() != Block.Kind.HEADING
                || heading.linkDensity() < 0.5
                || at + 1 >= layout.blocks().size()) {
            return false;
        }
        Block next = layout.blocks().get(at + 1);
        int parent = layout.parent(heading.element());
        return layout.isOn(at + 1)
                && next.isProse()
                && layout.parent(next.element()) == parent
                && parent >= 0
                && prose(parent) >= LEAST_AROUND * next.weight();
    }

    private int prose(int element) {
        int sum = 0;
        for (int i = layout.firstBlock(element); i < layout.endBlock(element); i++) {
            Block block = layout.blocks().get(i);
            sum += layout.isOn(i) && block.isProse() ? block.weight() : 0;
        }
        return sum;
    }

    /** A sentence most of which is a link, but not all: headlines of other stories are links as a whole. */
    private static boolean isLinkedSentence(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && block.endsSentence()
                && block.weight() >= LEAST_SENTENCE
                && block.linkChars() < block.text().length() - 5;
    }

    private static boolean isStub(Block block) {
        String text = block.text();
        if (block.linkDensity() > 0.85
                && text.length() < 160
                && block.kind() != Block.Kind.ITEM
                && !block.endsSentence()
                && !isAddress(block)) {
            return true;
        }
        if (!hasLetters(text)) {
            return true;
        }
        return StockPhrases.is(block);
    }

    private static void dropAddressLists(List<Block> kept) {
        for (int i = kept.size() - 1; i > 0; i--) {
            if (isAddress(kept.get(i)) && isAddress(kept.get(i - 1))) {
                kept.remove(i);
            }
        }
    }

    private static boolean isAddress(Block block) {
        return block.linkDensity() > 0.85 && ADDRESS.matcher(block.text()).matches();
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Before the first prose stand headline, byline, date, section: none of it is text. */
    private void trimHead(List<Block> kept) {
        int first = 0;
        while (first < kept.size() && !kept.get(first).isProse()) {
            first++;
        }
        if (first == kept.size()) {
            return;
        }
        int from = first;
        while (from > 0 && opensText(kept.get(from - 1), kept.get(from))) {
            from--;
        }
        kept.subList(0, from).clear();
    }

    /** A short paragraph or subheading right before the first prose may belong to it. */
    private boolean opensText(Block block, Block behind) {
        if (block.kind() == Block.Kind.HEADING) {
            return isSubheading(block) && layout.parent(block.element()) == layout.parent(behind.element());
        }
        return block.kind() == Block.Kind.PARAGRAPH
                && (block.endsSentence() || isSalutation(block))
                && block.linkDensity() < 0.3
                && block.text().length() > 15
                && !BYLINE.matcher(block.text()).matches();
    }

    /** A heading of the text, and not of the page. */
    private boolean isSubheading(Block block) {
        return !layout.element(block.element()).normalName().equals("h1")
                && block.linkDensity() < 0.3
                && !title.contains(Letters.of(block.text()));
    }

    /** "Ladies and gentlemen, dear friends," */
    private static boolean isSalutation(Block block) {
        return block.text().endsWith(",");
    }

    private static void trimTail(List<Block> kept) {
        int last = kept.size() - 1;
        while (last >= 0 && !closesText(kept.get(last))) {
            last--;
        }
        if (last >= 0) {
            kept.subList(last + 1, kept.size()).clear();
        }
    }

    private static boolean closesText(Block block) {
        return block.isProse()
                || (block.kind() == Block.Kind.PARAGRAPH
                        && block.linkDensity() < 0.6
                        && NUMBERED.matcher(block.text()).find())
                || (block.kind() == Block.Kind.ITEM
                        && block.linkDensity() < 0.3
                        && block.text().length() > 20)
                || (block.linkDensity() < 0.3
                        && block.endsSentence()
                        && block.text().length() > 10);
    }

    /** A heading belongs to the text that follows it; one that is followed by a heading of the same rank or by nothing does not. */
    private static void dropBareHeadings(List<Block> kept) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            Block block = kept.get(i);
            if (block.kind() == Block.Kind.HEADING
                    && (i == kept.size() - 1 || LowerCase.of(block.text()).startsWith("related"))) {
                kept.remove(i);
            }
        }
    }
}
