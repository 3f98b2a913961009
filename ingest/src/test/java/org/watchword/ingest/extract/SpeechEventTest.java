package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;

class SpeechEventTest {

    private static final String SPEECH =
            "<p>I stand before you on a day on which our grandparents put down their arms, and I do not except myself from their debt.</p>"
                    .repeat(3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Remarks by President Milo Tern at the opening of the Skeld bridge   | the opening of the Skeld bridge
                    Speech by Anna Korell at the Harvest Fair – Velmark                 | the Harvest Fair
                    Statement by Ruta Helm during the 12th session of the Assembly      | the 12th session of the Assembly
                    Address by Dana Orlow on the occasion of the anniversary of the League | the anniversary of the League
                    Remarks by Milo Tern at Velmark Economic Forum                      | Velmark Economic Forum
                    Remarks by Milo Tern at the White House                             | -
                    Remarks by Milo Tern on trade                                       | -
                    Speech by Anna Korell at 5 pm                                       | -
                    Address by Dana Orlow to the nation                                 | -
                    """)
    void isTheOccasionThatTheTitleNames(String title, @Nullable String event) {
        assertThat(SpeechEvent.inTitle(title)).isEqualTo(event);
    }

    @Test
    void isWhatALineAboveTheTextCallsIt() {
        assertThat(read("<h1>Speech by Milo Tern</h1><p>Event: Harvest fair, Velmark</p>" + SPEECH)
                        .event())
                .isEqualTo("Harvest fair, Velmark");
    }

    @Test
    void isTheEventOfTheStructuredData() {
        assertThat(
                        read("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Speech by Milo Tern\",\"about\":{\"@type\":\"Event\",\"name\":\"Harvest fair\"}}</script>"
                                        + "<h1>Speech by Milo Tern</h1>" + SPEECH)
                                .event())
                .isEqualTo("Harvest fair");
    }

    @Test
    void isNotNamedForAReport() {
        assertThat(read("<h1>Remarks at the opening of the bridge anger farmers</h1><p>"
                                + "The council voted on Tuesday to reopen the ferry line between the old town and the bank, with nine votes. "
                                        .repeat(4))
                        .event())
                .isNull();
    }

    private static Extraction.Article read(String body) {
        return (Extraction.Article) new HtmlExtractor()
                .extract(new Page(
                        ("<html lang=en><title>T</title><body>" + body).getBytes(StandardCharsets.UTF_8),
                        null,
                        "https://speeches.example.org/1"));
    }
}
