package org.watchword.ingest.extract;

import java.util.List;

/** The paragraphs of a page's article, first trusting the names of its elements, then, where that leaves little, only its tags. */
final class ArticleText {

    /** A page whose article is shorter than this gets a second look. */
    private static final int SHORT = 560;

    /** Less than this is a stub. */
    private static final int LEAST = 140;

    private final PageLayout layout;
    private final int lead;

    /** @param lead as {@link Lead#of} found it */
    ArticleText(PageLayout layout, int lead) {
        this.layout = layout;
        this.lead = lead;
    }

    /** Empty when nothing reads as an article. */
    List<Block> read() {
        List<Block> best = List.of();
        for (Clutter.Trust trust : Clutter.Trust.values()) {
            layout.restore();
            new Clutter(layout, trust).drop();
            new TeaserLists(layout).drop();
            List<Integer> roots = new BodyFinder(layout, lead).find();
            List<Block> found = new BodyCleaner(layout).clean(roots);
            if (!roots.isEmpty() && !found.isEmpty()) {
                Block standfirst = Standfirst.before(layout, roots.get(0), found);
                if (standfirst != null) {
                    found.add(0, standfirst);
                }
            }
            if (best.isEmpty() || weight(found) > 3 * weight(best)) {
                best = found;
            }
            if (weight(best) > SHORT) {
                break;
            }
        }
        return weight(best) < LEAST ? List.of() : best;
    }

    private static int weight(List<Block> blocks) {
        return blocks.stream().filter(Block::isProse).mapToInt(Block::weight).sum();
    }
}
