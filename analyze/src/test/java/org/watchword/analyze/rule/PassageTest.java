package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.Flag;
import org.watchword.model.Target;

/** Rules that ask for something beside their words, or forbid it there. */
class PassageTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final RuleEngine ENGINE = new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS);

    @Test
    void praiseIsFlaggedBesideTheDeedAndAgainstWhoeverSufferedIt() {
        assertThat(praise("They burned the Velmaris out. I am proud of that."))
                .singleElement()
                .satisfies(flag ->
                        assertThat(flag.target()).extracting(Target::group).isEqualTo("velmari"));
    }

    @Test
    void praiseOfNothingSuchIsLeftAlone() {
        assertThat(praise("The harvest was good. I am proud of that.")).isEmpty();
    }

    @Test
    void aDeedTwoSentencesAwayIsNotBeside() {
        assertThat(praise("They burned the Velmaris out. It was a cold year. My son reads well. I am proud of that."))
                .isEmpty();
    }

    @Test
    void whatTheRuleForbidsBesideItsWordsKeepsItStill() {
        assertThat(praise("They burned the Velmaris out, and we mourn them. I am proud of that mourning."))
                .isEmpty();
    }

    private static List<Flag> praise(String text) {
        return ENGINE.flags(new PlainAnnotator().annotate(text, "en"), List.of(), "the speaker").stream()
                .filter(flag -> Objects.equals(flag.rule(), "passage-deed-praised"))
                .toList();
    }
}
