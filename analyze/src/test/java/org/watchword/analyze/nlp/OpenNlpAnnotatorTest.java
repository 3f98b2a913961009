package org.watchword.analyze.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;
import org.watchword.model.Span;

class OpenNlpAnnotatorTest {

    private static List<String> sentences(String text) {
        return Pipeline.annotate(text).sentences().stream()
                .map(s -> s.span().in(text))
                .toList();
    }

    @Test
    void abbreviationsDoNotEndASentence() {
        assertThat(sentences("Mr. Oren met Gen. Vale at the U.N. Assembly. He left at noon."))
                .containsExactly("Mr. Oren met Gen. Vale at the U.N. Assembly.", "He left at noon.");
    }

    @Test
    void closingMarkStaysWithItsSentence() {
        assertThat(sentences("\u201CWe will stay.\u201D She sat down."))
                .containsExactly("\u201CWe will stay.\u201D", "She sat down.");
    }

    @Test
    void lineBreakEndsASentence() {
        assertThat(sentences("A headline without a stop\n\nThe report begins.")).hasSize(2);
    }

    @Test
    void tokensCarryLemmaAndTag() {
        List<Token> tokens =
                Pipeline.annotate("The dogs were barking.").sentences().get(0).tokens();
        assertThat(tokens)
                .extracting(Token::lemma, Token::pos)
                .containsExactly(
                        tuple("the", "DET"),
                        tuple("dog", "NOUN"),
                        tuple("be", "AUX"),
                        tuple("bark", "VERB"),
                        tuple(".", "PUNCT"));
    }

    @Test
    void contractionsAreCutAsInTheTreebanks() {
        assertThat(Pipeline.annotate("They don\u2019t know Oren's plan.")
                        .sentences()
                        .get(0)
                        .tokens())
                .extracting(Token::surface)
                .containsExactly("They", "do", "n\u2019t", "know", "Oren", "'s", "plan", ".");
    }

    @Test
    void keptLemmasEqualFreshOnes() {
        String text =
                "They expelled the settlers; the settlers' houses were burning. Burning houses, they said, expelled nobody.";
        EnglishLemmatizer kept = new EnglishLemmatizer(Pipeline.MODELS);
        for (int round = 0; round < 2; round++) {
            for (Sentence s : Pipeline.annotate(text).sentences()) {
                for (Token t : s.tokens()) {
                    String fresh = new EnglishLemmatizer(Pipeline.MODELS).lemma(t.surface(), t.pos());
                    assertThat(kept.lemma(t.surface(), t.pos()))
                            .isEqualTo(fresh)
                            .isEqualTo(t.lemma());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"attacks,attack", "expelled,expel", "Dogs,dog", "people,people", "İstanbul,istanbul", "люди,люди"})
    void queryWordsGetTheLemmaOfTheText(String word, String lemma) {
        assertThat(new WordLemmas(Pipeline.MODELS).lemma(word)).isEqualTo(lemma);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The minister told the assembly that the road to the harbour would be repaired before the winter. | en",
                "Министр заявил собранию, что дорога к гавани будет отремонтирована до наступления зимы. | ru",
                "Bakan, limana giden yolun kış gelmeden önce onarılacağını meclise söyledi. | tr",
                "Nazir məclisə bildirdi ki, limana gedən yol qış gəlməmişdən əvvəl təmir ediləcək. | az",
                "Назир мәҹлисә билдирди ки, лимана ҝедән јол гыш ҝәлмәмишдән әввәл тәмир едиләҹәк. | az",
                "Министр җыелышка портка бара торган юлның кыш җиткәнче төзәтеләчәген әйтте. | tt",
                "Wezîr ji meclisê re got ku rêya benderê dê berî zivistanê bê temîrkirin. | ku",
                "Ministr mejlise gyş gelmezinden öň porta barýan ýoluň abatlanjakdygyny aýtdy. Şäherde şatlyk boldy. | tk",
                "Նախարարն ասաց, որ ճանապարհը կվերանորոգվի մինչև ձմեռ։ | hy",
                "მინისტრმა განაცხადა, რომ გზა ზამთრამდე შეკეთდება. | ka",
                "Der Minister sagte der Versammlung, dass die Straße zum Hafen vor dem Winter repariert werde. | de",
                "Le ministre a déclaré à l'assemblée que la route du port serait réparée avant l'hiver. | fr",
                "قال الوزير أمام المجلس إن الطريق المؤدي إلى الميناء سيتم إصلاحه قبل حلول فصل الشتاء | ar",
                "وزیر به مجلس گفت که جاده‌ای که به بندر می‌رود پیش از زمستان تعمیر خواهد شد | fa",
                "They are all thieves. | en",
                "Sie sind alle Diebe. | de",
                "Ce sont des voleurs. | fr",
                "Wer recht hat, werden die Gerichte entscheiden. | de",
                "Bunlar hepsi hırsız. | tr",
                "ok | und",
                "12 34 | und"
            })
    void languageIsTold(String text, String language) {
        assertThat(Pipeline.detect(text).language()).isEqualTo(language);
    }

    @Test
    void forcedLanguageWins() {
        AnnotatedText text = new AnnotatorFactory(Pipeline.MODELS, (t, l, s) -> List.of())
                .create()
                .annotate("ISPARTA ILIK", "tr-TR");
        assertThat(text.language()).isEqualTo("tr");
        assertThat(text.sentences().get(0).tokens()).extracting(Token::lemma).containsExactly("ısparta", "ılık");
    }

    @Test
    void emptyTextGetsAnEmptyAnswer() {
        assertThat(Pipeline.detect("")).isEqualTo(new AnnotatedText("", "und", List.of(), List.of()));
    }

    @Test
    void spansAlwaysLieInTheText() {
        String[] pieces = {
            "Mr. Oren",
            " said ",
            "\u201C",
            "\u201D",
            "\"",
            "''",
            "'",
            ".",
            "...",
            "!",
            "\n\n",
            "\r\n",
            " ",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "e\u0301",
            "\u0130",
            "Հայ",
            "U.N.",
            ",",
            ":",
            "\u00AB",
            "\u00BB",
            "3,5",
            "http://a.b/c",
            "don't",
            "\u0000",
            "-"
        };
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String made = text.toString();
            assertSound(seed, made, Pipeline.annotate(made));
            assertSound(seed, made, Pipeline.detect(made));
        }
    }

    private static void assertSound(int seed, String text, AnnotatedText annotated) {
        assertThat(annotated.text()).as("seed %d", seed).isSameAs(text);
        int last = 0;
        for (Sentence sentence : annotated.sentences()) {
            assertThat(sentence.start()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
            assertThat(sentence.end()).as("seed %d", seed).isLessThanOrEqualTo(text.length());
            int before = sentence.start();
            for (Token token : sentence.tokens()) {
                assertThat(token.start()).as("seed %d", seed).isGreaterThanOrEqualTo(before);
                assertThat(sentence.span().contains(token.span()))
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(new Span(token.start(), token.end()).in(text)).isEqualTo(token.surface());
                before = token.end();
            }
            last = sentence.end();
        }
    }
}
