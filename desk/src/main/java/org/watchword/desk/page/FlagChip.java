package org.watchword.desk.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/**
 * A category on a hit.
 *
 * @param name the category's
 * @param phrase what such a statement does
 * @param status whether it counts, the context takes it back, or only a model proposes it
 */
public record FlagChip(String name, String phrase, FlagStatus status) {

    /** One per category, flagged ones first, candidates last; a category both flagged and in context is flagged. */
    static List<FlagChip> of(List<Flag> flags) {
        Map<Category, FlagStatus> statuses = new LinkedHashMap<>();
        flags.forEach(flag ->
                statuses.merge(flag.category(), flag.status(), BinaryOperator.minBy(Comparator.naturalOrder())));
        return statuses.entrySet().stream()
                .map(entry -> new FlagChip(
                        CategoryNames.fullName(entry.getKey()), entry.getKey().phrase(), entry.getValue()))
                .sorted(Comparator.comparing(FlagChip::status))
                .toList();
    }

    public String label() {
        return Labels.status(status);
    }
}
