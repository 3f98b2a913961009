package org.watchword.desk.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchword.desk.rule.RuleCard;

/**
 * The page of all rules.
 *
 * @param packs the rules of each pack, by its name without the version
 */
public record RulesView(Map<String, List<RuleCard>> packs) {

    static RulesView of(List<RuleCard> rules) {
        return new RulesView(rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.pack().replaceFirst("@.*", ""), LinkedHashMap::new, Collectors.toList())));
    }

    public static String href(RuleCard rule) {
        return Paths.rule(rule.id());
    }

    public long count() {
        return packs.values().stream().mapToLong(List::size).sum();
    }
}
