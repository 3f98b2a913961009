package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.model.FlagStatus;

/** The same words about another group get the same answer. */
class SwapTest {

    /** Plural, adjective (also the name of one member) and, where the group has one, land. */
    private static final List<String[]> OTHERS = List.of(
            new String[] {"Torvanis", "Torvani", "Torvania"},
            new String[] {"Muslims", "Muslim", ""},
            new String[] {"Christians", "Christian", ""},
            new String[] {"Hindus", "Hindu", ""},
            new String[] {"Sikhs", "Sikh", ""},
            new String[] {"Buddhists", "Buddhist", ""},
            new String[] {"Tamils", "Tamil", ""},
            new String[] {"Dalits", "Dalit", ""},
            new String[] {"Latinos", "Latino", ""},
            new String[] {"Americans", "American", ""},
            new String[] {"Norwegians", "Norwegian", "Norway"},
            new String[] {"Brazilians", "Brazilian", "Brazil"},
            new String[] {"Kenyans", "Kenyan", "Kenya"},
            new String[] {"Canadians", "Canadian", "Canada"},
            new String[] {"Russians", "Russian", "Russia"},
            new String[] {"Nigerians", "Nigerian", "Nigeria"},
            new String[] {"Indians", "Indian", "India"},
            new String[] {"Germans", "German", "Germany"},
            new String[] {"Ukrainians", "Ukrainian", "Ukraine"},
            new String[] {"Mexicans", "Mexican", "Mexico"},
            new String[] {"Australians", "Australian", "Australia"},
            new String[] {"migrants", "migrant", ""},
            new String[] {"refugees", "refugee", ""},
            new String[] {"immigrants", "immigrant", ""});

    @Test
    void anotherGroupInAnExampleChangesNothing() {
        var lexicons = ShippedRules.lexicons();
        RulePacks packs = RulePacks.load(ShippedRules.rules(), lexicons);
        RuleEngine engine = new RuleEngine(packs, lexicons);
        PlainAnnotator annotator = new PlainAnnotator();
        List<String> changed = new ArrayList<>();
        for (RulePack pack : packs.packs()) {
            for (Rule rule : pack.rules()) {
                for (RuleExample example : rule.examples()) {
                    for (String[] other : OTHERS) {
                        String text = swapped(example.text(), other);
                        List<FlagStatus> before = statuses(engine, annotator, example.text(), pack.language());
                        if (!statuses(engine, annotator, text, pack.language()).equals(before)) {
                            changed.add(rule.id() + ": " + text);
                        }
                    }
                }
            }
        }
        assertThat(changed).isEmpty();
    }

    private static String swapped(String text, String[] other) {
        String named = text.replaceAll("\\bVelmaris\\b", other[0]).replaceAll("\\bVelmari\\b", other[1]);
        return other[2].isEmpty() ? named : named.replaceAll("\\bVelmaria\\b", other[2]);
    }

    private static List<FlagStatus> statuses(
            RuleEngine engine, PlainAnnotator annotator, String text, String language) {
        return engine.flags(annotator.annotate(text, language), List.of(), "the speaker").stream()
                .map(flag -> flag.status())
                .toList();
    }
}
