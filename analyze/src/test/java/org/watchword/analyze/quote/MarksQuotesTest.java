package org.watchword.analyze.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.nlp.AnnotatorFactory;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.analyze.text.AnnotatedText;
import org.watchword.model.ConfigException;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;

class MarksQuotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | «Гавань останется открытой», — заявил Даниил Орен. | Гавань останется открытой | Даниил Орен",
                "de | „Der Hafen bleibt im Winter offen“, sagte Daniel Oren. | Der Hafen bleibt im Winter offen | Daniel Oren",
                "fr | « Le port restera ouvert cet hiver », a déclaré Daniel Oren. | Le port restera ouvert cet hiver | Daniel Oren",
                "tr | “Liman bu kış açık kalacak” dedi Deniz Oran. | Liman bu kış açık kalacak | Deniz Oran"
            })
    void wordsBetweenMarksBelongToTheNameBesideTheVerb(String tag, String text, String content, String speaker) {
        AnnotatedText annotated = new AnnotatorFactory(Pipeline.MODELS, (t, l, s) -> List.of())
                .create()
                .annotate(text, tag);
        List<Quote> quotes = QuoteFinders.load(Pipeline.LANGUAGES).find(annotated);
        assertThat(quotes).hasSize(1);
        assertThat(quotes.get(0).span().in(text).strip()).isEqualTo(content);
        assertThat(quotes.get(0).speaker())
                .isNotNull()
                .extracting(m -> m.text())
                .isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Edda Kolm sagte am Freitag, dass die Schleuse geschlossen bleibt. | dass die Schleuse geschlossen bleibt | Edda Kolm",
                "de | Am Montag erklärte Ruben Thal, die Schleuse bleibe geschlossen. | die Schleuse bleibe geschlossen | Ruben Thal",
                "de | Die Schleuse bleibe geschlossen, sagte Kolm am Freitag. | Die Schleuse bleibe geschlossen | Kolm",
                "de | Laut Ministerin Vera Stolz wird es keine neuen Steuern geben. | wird es keine neuen Steuern geben | Ministerin Vera Stolz",
                "fr | Odile Marsan a déclaré vendredi que le barrage tiendra tout l'hiver. | que le barrage tiendra tout l'hiver | Odile Marsan",
                "fr | Jean Tolbac assure qu'aucune maison ne sera inondée. | qu'aucune maison ne sera inondée | Jean Tolbac",
                "fr | Selon Odile Marsan, le barrage tiendra tout l'hiver. | le barrage tiendra tout l'hiver | Odile Marsan",
                "es | Marta Solana dijo que la presa no aguantará. | que la presa no aguantará | Marta Solana",
                "es | Según Julio Ferrán, la presa aguantará lo necesario. | la presa aguantará lo necesario | Julio Ferrán",
                "it | Carlo Venturi ha detto che il porto resterà chiuso. | che il porto resterà chiuso | Carlo Venturi",
                "nl | Marijke Doorn zei dat de sluis dicht blijft. | dat de sluis dicht blijft | Marijke Doorn",
                "ru | Марта Соланина заявила, что плотина не выдержит зимы. | что плотина не выдержит зимы | Марта Соланина",
                "ru | По словам Юлия Ферранова, деньги выделены полностью. | деньги выделены полностью | Юлия Ферранова",
                "tr | Belediye Başkanı Yunus Feran, barajın kışa dayanacağını söyledi. | barajın kışa dayanacağını | Belediye Başkanı Yunus Feran",
                "tr | Merve Solak, suyun tamamen bittiğini iddia etti. | suyun tamamen bittiğini | Merve Solak",
                "az | Yusif Fəranlı bildirib ki, bənd qışa dözəcək. | ki, bənd qışa dözəcək | Yusif Fəranlı",
                "hy | Մարտա Սոլանյանը ասել է, որ ամբարտակը չի դիմանա ձմռանը։ | որ ամբարտակը չի դիմանա ձմռանը | Մարտա Սոլանյանը"
            })
    void wordsToldWithoutMarksBelongToTheNameBesideTheVerb(String tag, String text, String content, String speaker) {
        List<Quote> quotes = quotes(tag, text);
        assertThat(quotes).hasSize(1);
        assertThat(quotes.get(0).kind()).isEqualTo(QuoteKind.INDIRECT);
        assertThat(quotes.get(0).span().in(text)).isEqualTo(content);
        assertThat(quotes.get(0).speaker())
                .isNotNull()
                .extracting(m -> m.text())
                .isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Edda Kolm sagte nicht, dass die Schleuse geschlossen bleibt.",
                "de | Sagte Edda Kolm, dass die Schleuse geschlossen bleibt?",
                "de | Laut Gesetz bleibt die Schleuse im Winter geschlossen.",
                "de | Die Schleuse, die Kolm bauen ließ, ist so breit wie der Fluss.",
                "fr | Jean Tolbac annonce la fête que le village attendait depuis un an.",
                "fr | Jean Tolbac ne dit pas que le barrage tiendra.",
                "es | Marta Solana no dijo que la presa aguantará.",
                "it | Il libro che Venturi racconta parla del porto di notte.",
                "ru | Марта Соланина не сказала, что плотина выдержит зиму.",
                "ru | Говорят, что плотина не выдержит этой зимы.",
                "tr | Dün akşam barajın dolduğunu söyledi.",
                "hy | Ասում են, որ ամբարտակը չի դիմանա ձմռանը։"
            })
    void nothingIsToldWhereTheVerbIsDeniedOrNobodyIsNamed(String tag, String text) {
        assertThat(quotes(tag, text)).isEmpty();
    }

    private static List<Quote> quotes(String tag, String text) {
        return QuoteFinders.load(Pipeline.LANGUAGES)
                .find(new AnnotatorFactory(Pipeline.MODELS, (t, l, s) -> List.of())
                        .create()
                        .annotate(text, tag));
    }

    @Test
    void unknownKeyNamesTheNearest(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("xx"));
        Files.writeString(folder.resolve("xx/quotes.yaml"), "mark: [\"“”\"]\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> QuoteFinders.load(folder))
                .withMessageContaining("quotes.yaml")
                .withMessageContaining("did you mean 'marks'");
    }

    @Test
    void anEmojiMayStandAnywhereAndAMistakeHasItsPlace(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("xx"));
        for (int blanks = 1000; blanks < 1035; blanks++) {
            Files.writeString(
                    folder.resolve("xx/quotes.yaml"),
                    "#" + " ".repeat(blanks) + "\nmarks: [\"“”\"]\ntexts: [😀😀😀😀]\ndashes: maybe\n");
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> QuoteFinders.load(folder))
                    .withMessageContaining("quotes.yaml:4:9: 'maybe' is neither true nor false");
        }
    }
}
