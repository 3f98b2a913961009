package org.watchword.ingest.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The summary that many outlets print between headline and text, outside the element that holds the text. */
final class Standfirst {

    private static final Pattern NAME = Pattern.compile(
            "(?:^| )(?:lede?|lead|leadtext|standfirst|stand first|summary|intro|introduction|excerpt|sub ?title|sub ?head(?:line|ing)?|deck|dek|description|perex|abstract|chapo|chapeau|entradilla|bajada|copete|sapo|vorspann|strapline|sumario|resumo|synopsis|spoiler)(?= |$)");
    private static final int LEAST = 50;
    private static final int MOST = 900;

    private Standfirst() {}

    /** Null when there is none, or when the text itself opens with it. */
    static @Nullable Block before(PageLayout layout, int root, List<Block> text) {
        int headline = -1;
        int end = layout.firstBlock(root);
        for (int i = 0; i < end; i++) {
            if (layout.element(layout.blocks().get(i).element()).normalName().equals("h1")) {
                headline = i;
            }
        }
        if (headline < 0) {
            return null;
        }
        for (int i = headline + 1; i < end; i++) {
            Block block = layout.blocks().get(i);
            int weight = block.weight();
            if (weight >= LEAST && weight <= MOST && block.linkDensity() < 0.3 && named(layout, block.element())) {
                boolean repeated = text.stream()
                        .anyMatch(b ->
                                b.text().startsWith(block.text()) || b.text().equals(block.text()));
                return repeated ? null : block;
            }
        }
        return null;
    }

    private static boolean named(PageLayout layout, int element) {
        int up = 0;
        for (int at = element; at >= 0 && up < 3; at = layout.parent(at), up++) {
            Hints.Verdict names = layout.names(at);
            if (names.words().contains("caption")) {
                return false;
            }
            if (NAME.matcher(names.words()).find()
                    || layout.element(at).attr("itemprop").equals("description")) {
                return true;
            }
        }
        return false;
    }
}
