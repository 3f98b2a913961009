package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.watchword.ingest.page.Letters;

/**
 * Takes out sentences of the text that a page sets a second time in large letters, as a quotation or a box of its own. Said once, they
 * must not count twice.
 */
final class PullQuotes {

    /** Letters; a shorter repetition may be a refrain. */
    private static final int LEAST = 30;

    private static final int MOST = 400;

    private PullQuotes() {}

    static List<Block> without(List<Block> text) {
        List<String> paragraphs = text.stream()
                .map(b -> b.kind() == Block.Kind.PARAGRAPH ? Letters.of(b.text()) : "")
                .toList();
        var kept = new ArrayList<Block>();
        for (int i = 0; i < text.size(); i++) {
            Block block = text.get(i);
            boolean apart = block.kind() == Block.Kind.QUOTE || block.kind() == Block.Kind.LOOSE;
            if (!apart || block.text().length() > MOST || !isHeldBy(paragraphs, Letters.of(block.text()))) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean isHeldBy(List<String> paragraphs, String letters) {
        return letters.length() >= LEAST
                && paragraphs.stream().anyMatch(p -> p.length() > letters.length() && p.contains(letters));
    }
}
