package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A transcript that a page marks up as a list of terms, the speakers ({@code dt}), and what they say ({@code dd}). Glossaries, tables of
 * facts and questions often asked are such lists too, so it counts when somebody in it speaks twice, or when it calls itself a transcript.
 */
final class SpokenList {

    private static final double LEAST_NAMED = 0.8;
    private static final Pattern TELLING =
            Pattern.compile("(?:^|\\s)(?:transcripts?|speakers?|dialog(?:ue)?|interview|debate|hansard)(?:\\s|$)");

    private final PageLayout layout;
    private final List<Block> blocks;
    private final Predicate<String> isLabel;

    /** @param isLabel whether this may name a speaker */
    SpokenList(PageLayout layout, List<Block> blocks, Predicate<String> isLabel) {
        this.layout = layout;
        this.blocks = blocks;
        this.isLabel = isLabel;
    }

    /**
     * What one says before another does.
     *
     * @param label as it stands before; empty where two are named together
     * @param from index of the block of the label where that is part of the text, else of the first of the words
     * @param words index of the first block of words
     * @param end index behind the last
     */
    record Part(String label, int from, int words, int end) {}

    /** In order; empty when the page has no such list. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        Element last = null;
        boolean telling = false;
        int named = 0;
        int all = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int dd = enclosing(i, "dd");
            Element dt = dd < 0 ? null : term(layout.element(dd));
            if (dt == null) {
                last = enclosing(i, "dt") < 0 ? null : last;
                continue;
            }
            if (dt.equals(last)) {
                Part open = parts.remove(parts.size() - 1);
                parts.add(new Part(open.label, open.from, open.words, i + 1));
                continue;
            }
            last = dt;
            String label = label(dt);
            all++;
            named += isLabel.test(label) ? 1 : 0;
            times.merge(label, 1, Integer::sum);
            telling |= isTelling(dd);
            int from = i > 0 && enclosing(i - 1, "dt") >= 0 ? i - 1 : i;
            Element before = dt.previousElementSibling();
            boolean together = before != null && before.normalName().equals("dt");
            parts.add(new Part(together ? "" : label, from, i, i + 1));
        }
        boolean twice = times.values().stream().anyMatch(n -> n > 1);
        boolean spoken = times.size() > 1 && named >= LEAST_NAMED * all && (twice || telling);
        return spoken ? parts : List.of();
    }

    /** The text with the name of who speaks first, which looks like a line above the text. */
    List<Block> completed() {
        List<Part> parts = parts();
        if (parts.isEmpty() || parts.get(0).from < parts.get(0).words || parts.get(0).words > 0) {
            return blocks;
        }
        int dd = enclosing(0, "dd");
        Element dt = dd < 0 ? null : term(layout.element(dd));
        List<Block> whole = new ArrayList<>(blocks);
        for (Block block : layout.blocks()) {
            if (dt != null && layout.element(block.element()).equals(dt)) {
                whole.add(0, block);
                return whole;
            }
        }
        return blocks;
    }

    private int enclosing(int block, String tag) {
        int at = blocks.get(block).element();
        while (at >= 0 && !layout.element(at).normalName().equals(tag)) {
            at = layout.parent(at);
        }
        return at;
    }

    private static @Nullable Element term(Element dd) {
        Element at = dd.previousElementSibling();
        while (at != null && at.normalName().equals("dd")) {
            at = at.previousElementSibling();
        }
        return at != null && at.normalName().equals("dt") ? at : null;
    }

    static String label(Element dt) {
        return PlainText.line(dt.text()).replaceFirst("\\s*[:：]$", "");
    }

    private boolean isTelling(int dd) {
        int at = dd;
        for (int up = 0; up < 3 && at >= 0; up++, at = layout.parent(at)) {
            if (TELLING.matcher(layout.names(at).words()).find()) {
                return true;
            }
        }
        return false;
    }
}
