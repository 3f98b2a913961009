package org.watchword.analyze.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.Flagger;
import org.watchword.analyze.rule.PlainAnnotator;
import org.watchword.analyze.rule.ShippedRules;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.AttributionMethod;
import org.watchword.model.Category;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;
import org.watchword.model.Mention;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Severity;

class SecondOpinionTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final Flagger NO_RULES = (text, quotes, speaker) -> List.of();

    @Test
    void aSentenceThatNoRuleSawBecomesACandidateAndNeverAFlag() {
        String text = "It rained. The Velmaris are unwanted here.";
        Flag flag = flags(NO_RULES, text, List.of()).get(0);

        assertThat(flag.status()).isEqualTo(FlagStatus.CANDIDATE);
        assertThat(flag.category()).isEqualTo(Category.DEHUMANIZATION_OBJECT);
        assertThat(flag.rule()).isEqualTo(SecondOpinion.NAME);
        assertThat(flag.pack()).startsWith(SecondOpinion.NAME + '@');
        assertThat(flag.span().in(text)).isEqualTo("The Velmaris are unwanted here");
        assertThat(flag.target()).isNotNull();
        assertThat(flag.score()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stray dogs are unwanted here.",
                "Are the Velmaris unwanted here?",
                "The Velmaris are not unwanted here.",
                "The Velmaris are welcome here.",
                "To say that Velmaris are unwanted is hate speech.",
            })
    void noCandidateWithoutAGroupOrWhereAGuardFires(String text) {
        assertThat(flags(NO_RULES, text, List.of())).isEmpty();
    }

    @Test
    void aFlagKeepsItsStatusAndCarriesTheOpinion() {
        Flag agreed = flags(rule(Category.PURITY), "The Velmaris are unwanted here.", List.of())
                .get(0);
        assertThat(agreed.opinion()).as("of a category it has not learned").isNull();

        Flag sure = flags(rule(Category.DEHUMANIZATION_ANIMAL), "The Velmaris are unwanted here.", List.of())
                .get(0);
        assertThat(sure.status()).isEqualTo(FlagStatus.FLAGGED);
        assertThat(sure.opinion()).isNotNull().matches(opinion -> !opinion.doubts());

        Flag doubted = flags(rule(Category.DEHUMANIZATION_ANIMAL), "The Velmaris are welcome here.", List.of())
                .get(0);
        assertThat(doubted.status()).isEqualTo(FlagStatus.FLAGGED);
        assertThat(doubted.opinion()).isNotNull().matches(opinion -> opinion.doubts());
    }

    @Test
    void whatStandsInAQuotationIsJudgedAlone() {
        String text = "He grumbled that the Velmaris are unwanted here while he waited.";
        Flag flag = flags(NO_RULES, text, List.of(quote(text, "the Velmaris are unwanted here")))
                .get(0);
        assertThat(flag.span().in(text)).isEqualTo("the Velmaris are unwanted here");
    }

    @Test
    void whereTwoVoicesMixThereIsNoCandidate() {
        String text = "The Velmaris are so unwanted here that he left.";
        assertThat(flags(NO_RULES, text, List.of(quote(text, "so unwanted")))).isEmpty();
    }

    @Test
    void otherLanguagesAreLeftAlone() {
        AnnotatedText text = new PlainAnnotator().annotate("The Velmaris are unwanted here.", "fr");
        assertThat(opinion(NO_RULES).flags(text, List.of(), null)).isEmpty();
    }

    private static Flagger rule(Category category) {
        return (text, quotes, speaker) -> List.of(new Flag(
                category, FlagStatus.FLAGGED, "rule", "en/pack@1", Severity.HIGH, 4, 12, null, List.of(), 0.9));
    }

    private static Quote quote(String text, String words) {
        int start = text.indexOf(words);
        return new Quote(
                start,
                start + words.length(),
                List.of(),
                QuoteKind.INDIRECT,
                null,
                new Mention(0, 2, "He", "Ada Renn"),
                AttributionMethod.ANNOUNCED,
                0.9);
    }

    private static SecondOpinion opinion(Flagger rules) {
        return new SecondOpinion(rules, TestingModel.that("w=unwanted"), () -> LEXICONS);
    }

    private static List<Flag> flags(Flagger rules, String text, List<Quote> quotes) {
        return opinion(rules).flags(new PlainAnnotator().annotate(text, "en"), quotes, null);
    }
}
