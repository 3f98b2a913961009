package org.watchword.desk.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/**
 * A category on a hit.
 *
 * @param name the category's
 * @param phrase what such a statement does
 * @param flagged whether it counts, or the context takes it back
 */
public record FlagChip(String name, String phrase, boolean flagged) {

    /** One per category, flagged ones first; a category both flagged and in context is flagged. */
    static List<FlagChip> of(List<Flag> flags) {
        Map<Category, Boolean> flaggedBy = new LinkedHashMap<>();
        flags.forEach(
                flag -> flaggedBy.merge(flag.category(), flag.status() == FlagStatus.FLAGGED, Boolean::logicalOr));
        return flaggedBy.entrySet().stream()
                .map(entry -> new FlagChip(
                        CategoryNames.fullName(entry.getKey()), entry.getKey().phrase(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(chip -> !chip.flagged()))
                .toList();
    }
}
