package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a page's article, first trusting the names of its elements, then, where that leaves little, only its tags. */
final class ArticleText {

    /** A page whose article is shorter than this gets a second look. */
    private static final int SHORT = 560;

    /** Less than this is a stub. */
    private static final int LEAST = 140;

    private final PageLayout layout;
    private final int lead;
    private final Standfirst standfirst;
    private final @Nullable StructuredBody structured;

    ArticleText(PageFacts page, PageLayout layout, @Nullable StructuredBody structured) {
        this.structured = structured;
        this.layout = layout;
        this.lead = Lead.of(page, layout);
        this.standfirst = new Standfirst(page, layout);
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
            if (structured != null && !found.isEmpty()) {
                found = structured.confirmed(found);
            }
            if (best.isEmpty() || weight(found) > 3 * weight(best)) {
                best = found;
            }
            if (weight(best) > SHORT) {
                break;
            }
        }
        if (weight(best) < LEAST) {
            return List.of();
        }
        var whole = new ArrayList<>(standfirst.before(best));
        whole.addAll(best);
        return whole;
    }

    private static int weight(List<Block> blocks) {
        return blocks.stream().filter(Block::isProse).mapToInt(Block::weight).sum();
    }
}
