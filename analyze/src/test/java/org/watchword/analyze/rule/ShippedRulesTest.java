package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.Category;
import org.watchword.model.Severity;

class ShippedRulesTest {

    private final Lexicons lexicons = ShippedRules.lexicons();
    private final RulePacks packs = RulePacks.load(ShippedRules.rules(), lexicons);

    @Test
    void everyRuleLoads() {
        assertThat(packs.problems()).isEmpty();
    }

    @Test
    void everyExampleComesOutAsPromised() {
        check(new PlainAnnotator());
    }

    /** What {@code watchword rules check} does: parts of speech and names may tell the guards more. */
    @Test
    void everyExampleComesOutWithTheShippedModelsToo() {
        check(Pipeline.annotator());
    }

    private void check(Annotator annotator) {
        List<String> failures = RuleCheck.run(ShippedRules.rules(), packs, lexicons, annotator).stream()
                .flatMap(row -> row.failures().stream().map(failure -> row.rule() + ": " + failure))
                .toList();
        assertThat(failures).isEmpty();
    }

    @Test
    void englishCoversEveryCategory() {
        Set<Category> covered = packs.packs().stream()
                .filter(pack -> pack.language().equals("en"))
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::category)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
        assertThat(covered).containsExactlyInAnyOrder(Category.values());
    }

    @Test
    void aClaimOnLandIsNeverSevere() {
        assertThat(packs.packs().stream()
                        .flatMap(pack -> pack.rules().stream())
                        .filter(rule -> rule.category() == Category.CLAIM_TERRITORIAL))
                .isNotEmpty()
                .allMatch(rule -> rule.severity() == Severity.LOW);
    }
}
