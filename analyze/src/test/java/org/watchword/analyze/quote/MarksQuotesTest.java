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

    @Test
    void unknownKeyNamesTheNearest(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("xx"));
        Files.writeString(folder.resolve("xx/quotes.yaml"), "mark: [\"“”\"]\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> QuoteFinders.load(folder))
                .withMessageContaining("quotes.yaml")
                .withMessageContaining("did you mean 'marks'");
    }
}
