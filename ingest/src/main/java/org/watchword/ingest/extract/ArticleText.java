package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Letters;

/** The paragraphs of a page's article, first trusting the names of its elements, then, where that leaves little, only its tags. */
final class ArticleText {

    /** A page whose article is shorter than this gets a second look. */
    private static final int SHORT = 560;

    /** Less than this is a stub. */
    private static final int LEAST = 140;

    /** A second look must find this many times as much. */
    private static final double GAIN = 3;

    /** Names that speak against more of a page's prose than this mean something else. */
    private static final double MOST_NAMED = 0.4;

    private final PageLayout layout;
    private final String title;
    private final Captions captions;
    private final int lead;
    private final Standfirst standfirst;
    private final @Nullable StructuredBody structured;

    ArticleText(PageFacts page, PageLayout layout, @Nullable StructuredBody structured) {
        this.structured = structured;
        this.layout = layout;
        this.captions = new Captions(page, layout);
        this.title = Letters.of(page.html().title());
        this.lead = Lead.of(page, layout);
        this.standfirst = new Standfirst(page, layout);
    }

    /** Empty when nothing reads as an article. */
    List<Block> read() {
        List<Block> best = List.of();
        Clutter.Trust trust = Clutter.Trust.FULL;
        while (true) {
            layout.restore();
            Clutter clutter = new Clutter(layout, trust);
            clutter.drop();
            new TeaserLists(layout).drop();
            List<Integer> roots = new BodyFinder(layout, lead).find();
            List<Block> found = new BodyCleaner(layout, title, captions).clean(roots);
            if (structured != null && !found.isEmpty()) {
                found = structured.confirmed(found);
            }
            if (best.isEmpty() || weight(found) > GAIN * weight(best)) {
                best = found;
            }
            if (trust != Clutter.Trust.FULL || (weight(best) > SHORT && clutter.named() < MOST_NAMED)) {
                break;
            }
            trust = weight(best) < LEAST ? Clutter.Trust.TAGS : Clutter.Trust.SOME;
        }
        if (weight(best) < LEAST || !new ShortText(layout, title, lead).isArticle(best, weight(best))) {
            return List.of();
        }
        var whole = new ArrayList<>(standfirst.before(best));
        whole.addAll(PullQuotes.without(best));
        return whole;
    }

    private static int weight(List<Block> blocks) {
        return blocks.stream().filter(Block::isProse).mapToInt(Block::weight).sum();
    }
}
