package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.analyze.lexicon.Group;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.FlagStatus;

/** Outside English too: the same groups in every language, and the same words about any of them get the same answer. */
class EvenHandedLanguagesTest {

    /** What is said of each group by its plural. */
    private static final Map<String, String> SAID = Map.of(
            "ru", "%s — это паразиты.",
            "tr", "%s parazittir.",
            "az", "%s parazitdir.",
            "hy", "%s պարազիտներ են։",
            "fr", "Les %s sont des parasites.",
            "de", "%s sind Parasiten.");

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final RuleEngine ENGINE = new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS);

    static Set<String> languages() {
        return SAID.keySet();
    }

    private static Set<String> ids(String language) {
        return LEXICONS.groups(language).stream().map(Group::id).collect(Collectors.toSet());
    }

    @Test
    void everyLanguageNamesTheSameGroups() {
        for (String language : languages()) {
            assertThat(ids(language)).as(language).isEqualTo(ids("ru")).hasSizeGreaterThan(300);
            assertThat(ids("en")).as(language).containsAll(ids(language));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSameWordsAreFlaggedWhoeverTheyAreSaidOf(String language) {
        PlainAnnotator annotator = new PlainAnnotator();
        List<String> missed = LEXICONS.groups(language).stream()
                .map(EvenHandedLanguagesTest::plural)
                .map(plural -> SAID.getOrDefault(language, "").formatted(plural))
                .filter(text -> ENGINE.flags(annotator.annotate(text, language), List.of(), null).stream()
                        .noneMatch(flag -> flag.status() == FlagStatus.FLAGGED))
                .toList();
        assertThat(missed).isEmpty();
    }

    /** The first plural that brings no article of its own. */
    private static String plural(Group group) {
        return group.plural().stream()
                .filter(form -> !form.startsWith("les ") && !form.startsWith("ces "))
                .findFirst()
                .orElseThrow();
    }
}
