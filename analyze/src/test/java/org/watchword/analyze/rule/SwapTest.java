package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.GroupKind;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.analyze.text.Annotator;

/** The same words about another group, or from another speaker, get the same answer. */
class SwapTest {

    private static final int PER_KIND = 3;
    private static final int LEAST_GROUPS = 20;
    /** What grammar leaves over: <i>displaced is a trade</i>, <i>a Briton is no language</i>. */
    private static final double MOST_CHANGED = 0.005;

    private static final String EXAMPLE_GROUP = "velmari";

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final RulePacks PACKS = RulePacks.load(ShippedRules.rules(), LEXICONS);
    private static final RuleEngine ENGINE = new RuleEngine(PACKS, LEXICONS);
    private static final List<Group> OTHERS = SwapCheck.representatives(LEXICONS, "en", PER_KIND);

    private static final List<Group> NEVER_IN_PASSING =
            OTHERS.stream().filter(group -> !group.kind().isNamedInPassing()).toList();

    static Stream<Annotator> annotators() {
        return Stream.of(new PlainAnnotator(), Pipeline.annotator());
    }

    @Test
    void groupsOfEveryKindAreTried() {
        assertThat(OTHERS).hasSizeGreaterThanOrEqualTo(LEAST_GROUPS);
        assertThat(OTHERS.stream().map(Group::kind).distinct()).containsExactlyInAnyOrder(GroupKind.values());
    }

    @ParameterizedTest
    @MethodSource("annotators")
    void anotherGroupInAnExampleChangesTheAnswerOnlyWhereGrammarDoes(Annotator annotator) {
        SwapCheck check = new SwapCheck(ENGINE, LEXICONS, "en", OTHERS, annotator);
        SwapCheck withoutWomen = new SwapCheck(ENGINE, LEXICONS, "en", NEVER_IN_PASSING, annotator);
        Group example = LEXICONS.groups("en").stream()
                .filter(group -> group.id().equals(EXAMPLE_GROUP))
                .findFirst()
                .orElseThrow();
        List<String> changed = new ArrayList<>();
        int tried = 0;
        for (Rule rule : rules()) {
            // Words that do not name women are about none: nearly every text about persons names some in passing.
            SwapCheck swap = rule.about() == About.WORDS ? check : withoutWomen;
            for (RuleExample sentence : rule.examples()) {
                SwapCheck.Outcome outcome = swap.groups(sentence.text(), example);
                tried += outcome.tried();
                changed.addAll(outcome.changed());
            }
        }
        assertThat(tried).isGreaterThan(examples().size());
        assertThat(changed).hasSizeLessThan((int) (tried * MOST_CHANGED));
    }

    @Test
    void anotherSpeakerChangesNothing() {
        SwapCheck check = new SwapCheck(ENGINE, LEXICONS, "en", OTHERS, Pipeline.annotator());
        assertThat(examples().stream().flatMap(text -> check.speakers(text, "en").changed().stream()))
                .isEmpty();
    }

    private static List<Rule> rules() {
        return PACKS.packs().stream()
                .filter(pack -> pack.language().equals("en"))
                .flatMap(pack -> pack.rules().stream())
                .toList();
    }

    private static List<String> examples() {
        return rules().stream()
                .flatMap(rule -> rule.examples().stream())
                .map(RuleExample::text)
                .toList();
    }
}
