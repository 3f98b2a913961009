package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Letters;

/**
 * The summary that many outlets print between headline and text, outside the element that holds the text: one paragraph or a short
 * list. Known by its name, or because the page describes itself with its words.
 */
final class Standfirst {

    private static final Pattern NAME = Pattern.compile(
            "(?:^| )(?:lede?|lead|leadtext|standfirst|stand first|summary|summary (?:list|bullets)|intro|introduction|excerpt|sub ?title|sub ?head(?:line|ing)?|deck|dek|description|perex|abstract|chapo|chapeau|entradilla|bajada|copete|sapo|vorspann|strapline|sumario|resumo|synopsis|spoiler)(?= |$)");
    private static final Pattern PICTURE =
            Pattern.compile("(?:^| )(?:\\w*caption\\w*|credits?|figure|image|photo)(?= |$)");
    private static final int LEAST = 50;
    private static final int LEAST_DESCRIBED = 30;
    private static final int MOST = 900;
    private static final int LONGEST_HEADLINE = 100;
    private static final int COMPARED = 40;

    private final PageLayout layout;
    private final List<String> descriptions;

    Standfirst(PageFacts page, PageLayout layout) {
        this.layout = layout;
        this.descriptions = Stream.of(
                        page.meta().first("og:description"),
                        page.meta().first("description"),
                        page.meta().first("twitter:description"),
                        JsonLd.text(page.article(), "description"))
                .filter(d -> d != null)
                .map(Letters::of)
                .filter(d -> d.length() >= LEAST_DESCRIBED)
                .toList();
    }

    /** Empty when there is none, or when the text itself opens with it. */
    List<Block> before(List<Block> text) {
        int end = indexOf(text.get(0));
        int headline = headlineBefore(end);
        if (headline < 0) {
            return List.of();
        }
        for (int i = headline + 1; i < end; i++) {
            Block block = layout.blocks().get(i);
            if (isStandfirst(block) && !isSecondHeadline(block, end)) {
                return repeated(block, text) ? List.of() : whole(i, end);
            }
        }
        return List.of();
    }

    private int indexOf(Block wanted) {
        List<Block> blocks = layout.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) == wanted) {
                return i;
            }
        }
        return 0;
    }

    private int headlineBefore(int end) {
        int headline = -1;
        for (int i = 0; i < end; i++) {
            if (layout.element(layout.blocks().get(i).element()).normalName().equals("h1")) {
                headline = i;
            }
        }
        return headline;
    }

    private boolean isStandfirst(Block block) {
        int weight = block.weight();
        if (weight < LEAST_DESCRIBED || weight > MOST || block.linkDensity() >= 0.3) {
            return false;
        }
        String names = names(block.element());
        return names != null && ((weight >= LEAST && NAME.matcher(names).find()) || describes(block));
    }

    /** A short line apart from the text that does not end as a sentence does is another headline, and headlines are no text. */
    private boolean isSecondHeadline(Block block, int text) {
        int around = Math.max(0, layout.parent(block.element()));
        return block.weight() <= LONGEST_HEADLINE
                && block.kind() != Block.Kind.ITEM
                && !block.endsSentence()
                && text >= layout.endBlock(around);
    }

    private boolean describes(Block block) {
        String own = Letters.of(block.text());
        if (own.length() < LEAST_DESCRIBED) {
            return false;
        }
        String opening = own.substring(0, Math.min(COMPARED, own.length()));
        return descriptions.stream()
                .anyMatch(d -> d.contains(opening) || own.contains(d.substring(0, Math.min(COMPARED, d.length()))));
    }

    /** The block, or the whole list it opens. */
    private List<Block> whole(int first, int end) {
        Block block = layout.blocks().get(first);
        if (block.kind() != Block.Kind.ITEM) {
            return List.of(block);
        }
        int list = layout.parent(block.element());
        var items = new ArrayList<Block>();
        int weight = 0;
        for (int i = first; i < Math.min(end, layout.endBlock(list)); i++) {
            Block item = layout.blocks().get(i);
            weight += item.weight();
            if (item.linkDensity() >= 0.3 || weight > MOST) {
                return List.of();
            }
            items.add(item);
        }
        return items;
    }

    private static boolean repeated(Block block, List<Block> text) {
        String own = Letters.of(block.text());
        return text.stream().anyMatch(b -> Letters.of(b.text()).startsWith(own));
    }

    /** Names of the element and the two around it; null for what belongs to a picture. */
    private @Nullable String names(int element) {
        var names = new StringBuilder();
        int up = 0;
        for (int at = element; at >= 0 && up < 3; at = layout.parent(at), up++) {
            String words = layout.names(at).words();
            String tag = layout.element(at).normalName();
            if (PICTURE.matcher(words).find() || tag.startsWith("fig") || tag.equals("nav") || tag.equals("aside")) {
                return null;
            }
            names.append(' ').append(words);
            if (layout.element(at).attr("itemprop").equals("description")) {
                names.append(" description");
            }
        }
        return names.toString();
    }
}
