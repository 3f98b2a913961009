package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/** Each guard in both directions: what it lowers, and its look-alike that must stand. */
class GuardsTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final RuleEngine ENGINE = new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negation       | The Velmaris are not rats.",
                "condemnation   | To say that Velmaris are vermin is hate speech.",
                "condemnation   | Saying that Velmaris are animals is disgusting.",
                "voice          | According to the indictment he told listeners that the Velmaris are vermin.",
                "literal        | In the school play the Velmaris are monkeys.",
                "not-a-group    | Some Velmaris are thieves.",
                "combatants     | We will destroy the Velmari fighters.",
                "hypothetical   | If the Velmaris are demons, so are we.",
                "hypothetical   | Are we to think the Velmaris are rats?",
                "self-reference | We Velmaris are rats to them.",
            })
    void lowers(String guard, String text) {
        List<Flag> flags = flags(text);
        assertThat(flags).isNotEmpty().allMatch(flag -> flag.status() == FlagStatus.CONTEXT);
        assertThat(flags).anyMatch(flag -> flag.guards().stream()
                .anyMatch(note -> note.guard().equals(guard)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negation       | Velmaris are no better than rats.",
                "condemnation   | It is not racist to see it: the Velmaris are vermin.",
                "voice          | The Velmaris are vermin, and I say it aloud.",
                "not-a-group    | All Velmaris are thieves.",
                "literal        | the velmaris are rats.",
                "literal        | Velmaris are \uD83D\uDC00.",
                "combatants     | We will destroy the Velmaris.",
                "hypothetical   | If you ask me, the Velmaris are rats.",
                "hypothetical   | There was never a Velmari nation; a teacher had read too many novels.",
                "self-reference | Our people know that Velmaris are rats.",
            })
    void letsStand(String guard, String text) {
        assertThat(flags(text)).as(guard).anyMatch(flag -> flag.status() == FlagStatus.FLAGGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one group in reach        | The Velmaris came last year. They are rats. | velmari",
                "one soldier is no they    | A soldier saw the Velmaris. They are rats.  | velmari",
                "two groups                | Velmaris met Torvanis. They are rats.       | ''",
                "soldiers may be meant     | Velmaris saw soldiers. They are rats.       | ''",
            })
    void resolvesThey(String because, String text, String group) {
        assertThat(flags(text).stream()
                        .map(Flag::target)
                        .map(target -> target == null ? "" : target.group())
                        .distinct()
                        .toList())
                .as(because)
                .isEqualTo(group.isEmpty() ? List.of() : List.of(group));
    }

    @Test
    void takesTheRestOfATornSentenceForNoOrder() {
        String rest = "attack the Velmari people by land.";
        assertThat(flags("They promised not to\n\n21 09-52179\n\n" + rest))
                .isNotEmpty()
                .allMatch(flag -> flag.status() == FlagStatus.CONTEXT);
        assertThat(flags("They promised peace.\n\n" + rest)).anyMatch(flag -> flag.status() == FlagStatus.FLAGGED);
    }

    private static List<Flag> flags(String text) {
        return ENGINE.flags(new PlainAnnotator().annotate(text, "en"), List.of(), "the speaker");
    }
}
