package org.watchword.ingest.extract;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Lines that send the reader to another story, in any language: a label and then a headline that is a link to the end of the line, as
 * "ALSO READ: <u>Mayor resigns</u>".
 */
final class SeeAlso {

    private static final int LONGEST_LABEL = 45;
    private static final int LEAST_HEADLINE = 15;
    private static final int LONGEST = 260;

    private final PageLayout layout;

    SeeAlso(PageLayout layout) {
        this.layout = layout;
    }

    boolean is(Block block) {
        double density = block.linkDensity();
        if (density < 0.4 || block.text().length() > LONGEST || block.kind() == Block.Kind.ITEM) {
            return false;
        }
        Elements links = layout.element(block.element()).getElementsByTag("a");
        if (links.size() != 1) {
            return false;
        }
        Element link = links.get(0);
        String headline = PlainText.line(link.text());
        String line = block.text();
        if (headline.length() < LEAST_HEADLINE || !line.endsWith(headline)) {
            return false;
        }
        String label = line.substring(0, line.length() - headline.length()).strip();
        return label.length() <= LONGEST_LABEL && (endsLabel(label) || isShouted(label));
    }

    private static boolean endsLabel(String label) {
        return label.endsWith(":")
                || label.endsWith("：")
                || label.endsWith("»")
                || label.endsWith(">")
                || label.endsWith("|");
    }

    private static boolean isShouted(String label) {
        return label.codePoints().filter(Character::isUpperCase).count() > 3
                && label.codePoints().noneMatch(Character::isLowerCase);
    }
}
