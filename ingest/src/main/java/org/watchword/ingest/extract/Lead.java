package org.watchword.ingest.extract;

import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Letters;

/**
 * The paragraph a page's own description is taken from. On a page whose teasers hold more words than its article, it tells which is
 * which.
 */
final class Lead {

    /** A shorter description is a slogan. */
    private static final int LEAST_DESCRIPTION = 60;

    /** Letters and digits compared: descriptions are cut, and their marks and spaces changed. */
    private static final int COMPARED = 45;

    private static final int LONGEST_BLOCK = 20_000;

    private Lead() {}

    /** Index of the first block of running text that holds the beginning of the description; −1 when none does. */
    static int of(PageFacts page, PageLayout layout) {
        String wanted =
                beginning(page.meta().first("og:description", "description", "twitter:description", "dc.description"));
        if (wanted == null) {
            wanted = beginning(JsonLd.text(page.article(), "description"));
        }
        int described = wanted == null ? -1 : described(layout, wanted);
        return described >= 0 ? described : headline(page, layout);
    }

    private static int headline(PageFacts page, PageLayout layout) {
        String title = Letters.of(String.valueOf(page.html().title()), LONGEST_BLOCK);
        int found = -1;
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            boolean h1 = layout.element(block.element()).normalName().equals("h1");
            if (h1 && block.text().length() > 8 && title.startsWith(Letters.of(block.text(), LONGEST_BLOCK))) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static int described(PageLayout layout, String wanted) {
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            if (block.isProse()
                    && block.kind() != Block.Kind.ITEM
                    && !isCut(block.text())
                    && block.text().length() < LONGEST_BLOCK
                    && Letters.of(block.text(), LONGEST_BLOCK).contains(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String beginning(@Nullable String description) {
        if (description == null || description.length() < LEAST_DESCRIPTION) {
            return null;
        }
        String letters = Letters.of(description, COMPARED);
        return letters.length() < COMPARED ? null : letters;
    }

    /** A teaser ends in the middle of a sentence. */
    private static boolean isCut(String text) {
        return text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]") || text.endsWith("[...]");
    }
}
