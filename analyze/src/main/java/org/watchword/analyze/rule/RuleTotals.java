package org.watchword.analyze.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchword.analyze.rule.RuleExample.Expect;
import org.watchword.model.Category;

/**
 * How many rules and examples a pack has in a category.
 *
 * @param pack name and version; {@code all packs} in the last line
 * @param category its id; {@code all} in the lines that sum up
 * @param match examples that must be flagged
 * @param context examples that a guard must lower
 * @param noMatch examples that must not be found
 */
public record RuleTotals(
        String pack,
        String category,
        long rules,
        long stable,
        long experimental,
        long deprecated,
        long match,
        long context,
        long noMatch) {

    private static final String ALL = "all";

    /** A line for each pack and category in the order of the taxonomy, one for each pack, and one for everything. */
    public static List<RuleTotals> of(RulePacks packs) {
        List<RuleTotals> lines = new ArrayList<>();
        List<Rule> every = new ArrayList<>();
        for (RulePack pack : packs.packs()) {
            Map<Category, List<Rule>> byCategory = pack.rules().stream()
                    .collect(Collectors.groupingBy(Rule::category, TreeMap::new, Collectors.toList()));
            byCategory.forEach((category, rules) -> lines.add(of(pack.id(), category.id(), rules)));
            if (byCategory.size() != 1) {
                lines.add(of(pack.id(), ALL, pack.rules()));
            }
            every.addAll(pack.rules());
        }
        Arrays.stream(Category.values())
                .map(category -> of(
                        "all packs",
                        category.id(),
                        every.stream()
                                .filter(rule -> rule.category() == category)
                                .toList()))
                .filter(line -> line.rules > 0)
                .forEach(lines::add);
        lines.add(of("all packs", ALL, every));
        return lines;
    }

    private static RuleTotals of(String pack, String category, List<Rule> rules) {
        return new RuleTotals(
                pack,
                category,
                rules.size(),
                count(rules, RuleStatus.STABLE),
                count(rules, RuleStatus.EXPERIMENTAL),
                count(rules, RuleStatus.DEPRECATED),
                count(rules, Expect.MATCH),
                count(rules, Expect.CONTEXT),
                count(rules, Expect.NO_MATCH));
    }

    private static long count(List<Rule> rules, RuleStatus status) {
        return rules.stream().filter(rule -> rule.status() == status).count();
    }

    private static long count(List<Rule> rules, Expect expect) {
        return rules.stream()
                .flatMap(rule -> rule.examples().stream())
                .filter(example -> example.expect() == expect)
                .count();
    }
}
