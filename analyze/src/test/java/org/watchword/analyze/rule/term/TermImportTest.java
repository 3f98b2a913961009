package org.watchword.analyze.rule.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.PlainAnnotator;
import org.watchword.analyze.rule.RuleCheck;
import org.watchword.analyze.rule.RuleEngine;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.analyze.rule.ShippedRules;
import org.watchword.model.ConfigException;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Target;

class TermImportTest {

    private static final Lexicons LEXICONS = Lexicons.load(
            ShippedRules.config().resolve("lexicons"), ShippedRules.config().resolve("sample/lexicons"));
    private static final PlainAnnotator ANNOTATOR = new PlainAnnotator();

    private static TermImport read(String csv) {
        return TermImport.of(
                "terms.csv",
                csv,
                "mine",
                new TermDefaults("en", "A. Analyst", LocalDate.of(2026, 11, 26)),
                ShippedRules.rules(),
                LEXICONS,
                ANNOTATOR);
    }

    /** The flags that the rules of a list raise. */
    private static List<Flag> flags(String csv, String text) {
        Lexicons lexicons = RuleCheck.withExampleGroups(ShippedRules.rules(), LEXICONS);
        RulePacks packs =
                RulePacks.read(ShippedRules.rules(), "en", "mine", read(csv).yaml(), lexicons);
        assertThat(packs.problems()).isEmpty();
        return new RuleEngine(packs, lexicons).flags(ANNOTATOR.annotate(text, "en"), List.of(), null);
    }

    @Test
    void theSampleBecomesRulesWhoseExamplesComeOut() throws IOException {
        TermImport made = read(Files.readString(ShippedRules.config().resolve("sample/terms.csv")));
        assertThat(made.problems()).isEmpty();
        assertThat(made.taken()).isEqualTo(5);
        assertThat(made.yaml()).startsWith(TermImport.FIRST_LINE).contains("id: mine-burrow-dweller");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Velmaris are gutter seeds.               | true",
                "A Velmari gutter seed took the prize.    | true",
                "We saw the Velmaris, these gutter seeds. | true",
                "The gutter seed sprouted.                | false",
                "Velmaris sell gutter seed.               | false",
            })
    void aTermOfAGroupNeedsTheGroupInTheRightPlace(String text, boolean flagged) {
        String csv = "term,category\ngutter seed,dehumanization.disease\n";
        assertThat(flags(csv, text).stream().anyMatch(flag -> flag.status() == FlagStatus.FLAGGED))
                .isEqualTo(flagged);
    }

    @Test
    void aTermThatNamesAGroupIsItsOwnTarget() {
        List<Flag> flags =
                flags("term;category;target;group\nlamp-eater;purity;itself;orvanite\n", "Send every lamp-eater home.");
        assertThat(flags)
                .singleElement()
                .extracting(Flag::target)
                .isEqualTo(new Target(11, 21, "lamp-eater", "orvanite"));
    }

    @Test
    void formsStemsAndCaseAreMinded() {
        String csv = "term,category,forms,case\n"
                + "gutter*,dehumanization.disease,,\nMOLD,dehumanization.disease,,exact\nsludge,dehumanization.disease,slodge,\n";
        assertThat(flags(csv, "Velmaris are gutterlings.")).hasSize(1);
        assertThat(flags(csv, "Velmaris are MOLD.")).hasSize(1);
        assertThat(flags(csv, "Velmaris are mold.")).isEmpty();
        assertThat(flags(csv, "Velmaris are slodge.")).hasSize(1);
    }

    @Test
    void signsOfThePatternLanguageAreWordsInATerm() {
        String csv = "term,category\n\"go (now) | #home?\",threat.expulsion\n@vermin,dehumanization.vermin\n";
        TermImport made = read(csv);
        assertThat(made.problems()).isEmpty();
        assertThat(flags(csv, "Velmaris go (now) | #home?")).isNotEmpty();
        assertThat(flags(csv, "Velmaris are rats.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",purity,,                                   | the term is empty",
                "mud,purty,,                                 | purity",
                "mud,purity,none,                            | needs a group",
                "mud,purity,itself,                          | which group",
                "mud,purity,itself,orvanit                   | orvanite",
                "mud,purity,,orvanite                       | not 'itself'",
                "mud,purity,all,                             | expected one of group, itself, none",
                "mud,purity                                  | columns",
            })
    void aBadLineIsNamedAndTheOthersAreTaken(String line, String reason) {
        TermImport made =
                read("term,category,target,group\nslime,purity,,\n" + line + "\nsludge,purity,,\nslime,purity,,\n");
        assertThat(made.taken()).isEqualTo(2);
        assertThat(made.problems()).extracting(TermProblem::line).containsExactly(3, 5);
        assertThat(made.problems().get(0).message()).contains(reason);
    }

    @Test
    void aHeadLineThatCannotBeUsedIsAnError() {
        assertThatThrownBy(() -> read("word,category\nmud,purity\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("terms.csv:1:1")
                .hasMessageContaining("word");
        assertThatThrownBy(() -> read("term\nmud\n")).hasMessageContaining("category");
    }
}
