package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;

class SpeechSpeakerTest {

    private static final String SPEECH = """
            <p>I stand before you on a day on which our grandparents put down their arms, and I do not except myself from their debt.</p>
            <p>My government will bring a law before this Assembly in the coming week. We owe that to our children, and I ask for your votes.</p>
            """;

    private final HtmlExtractor extractor = new HtmlExtractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Speech by Anna Korell                                                  | Anna Korell  | -
                    Remarks by President Milo Tern at the Assembly                         | Milo Tern    | President
                    Opening remarks by Foreign Minister Ilse Varga on trade                | Ilse Varga   | Foreign Minister
                    Address of the Prime Minister Dana Orlow to the nation                 | Dana Orlow   | Prime Minister
                    Statement by H.E. Mr. Milo Tern, President of Ardania, at the Debate   | Milo Tern    | President of Ardania
                    Keynote speech by Dr. Jonas al Midt – Velmark Forum                    | Jonas al Midt | -
                    Full text: Remarks by Secretary-General Ruta Helm                      | Ruta Helm    | Secretary-General
                    Transcript of Milo Tern's speech in Velmark                            | Milo Tern    | -
                    Speech by the Ministry of Culture                                      | -            | -
                    Statement by the Government of Ardania                                 | -            | -
                    Remarks by Milo Tern and Dana Orlow                                    | -            | -
                    A day in the life of Milo Tern                                         | -            | -
                    """)
    void isWhoTheTitleNames(String title, @Nullable String name, @Nullable String office) {
        Extraction.Article article = read("<h1>" + title + "</h1>" + SPEECH, title);
        assertThat(article.speaker()).isEqualTo(name);
        assertThat(article.speakerOffice()).isEqualTo(office);
    }

    @Test
    void isWhoSignsUnderTheHeadline() {
        Extraction.Article article = read(
                "<h1>On the harvest</h1><time>3 May 2026</time><p><b>Speech by Milo Tern, Head of the Farmers of Ardania, Velmark</b></p>"
                        + SPEECH,
                "On the harvest");
        assertThat(article.speaker()).isEqualTo("Milo Tern");
        assertThat(article.speakerOffice()).isEqualTo("Head of the Farmers of Ardania, Velmark");
    }

    @Test
    void isNobodyWhereTheSignatureAndTheDataDisagree() {
        Extraction.Article article = read(
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"On the harvest\",\"genre\":\"speech\",\"author\":{\"name\":\"Dana Orlow\"}}</script>"
                        + "<h1>On the harvest</h1><p>Speech by Milo Tern</p>" + SPEECH,
                "On the harvest");
        assertThat(article.speaker()).isNull();
    }

    @Test
    void isTheAuthorOfWhatTheDataCallsASpeech() {
        Extraction.Article article = read(
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"On the harvest\",\"genre\":\"speech\",\"author\":{\"name\":\"Dana Orlow\"}}</script>"
                        + "<h1>On the harvest</h1>" + SPEECH,
                "On the harvest");
        assertThat(article.speaker()).isEqualTo("Dana Orlow");
    }

    @Test
    void isNobodyWhereSomebodyElseReports() {
        Extraction.Article article = read(
                "<h1>Speech by Milo Tern</h1>" + SPEECH
                        + "<p>“We shall see,” he said, and left the hall of our Assembly without a word.</p>",
                "Speech by Milo Tern");
        assertThat(article.speaker()).isNull();
    }

    @Test
    void isNobodyWhereNobodySaysI() {
        String text =
                "<p>The council voted on Tuesday to reopen the ferry line between the old town and the eastern bank, with nine votes.</p>";
        assertThat(read("<h1>Speech by Milo Tern</h1>" + text.repeat(3), "Speech by Milo Tern")
                        .speaker())
                .isNull();
    }

    @Test
    void isWhoStructuredDataNames() {
        String page =
                "<script type='application/ld+json'>{\"@type\":[\"CreativeWork\",\"Speech\"],\"headline\":\"On the river\",\"datePublished\":\"2020-01-02\","
                        + "\"author\":{\"@type\":\"Person\",\"name\":\"Milo Tern\",\"jobTitle\":\"President of Ardania\"}}</script><h1>On the river</h1>"
                        + SPEECH;
        Extraction.Article article = read(page, "On the river");
        assertThat(article.speaker()).isEqualTo("Milo Tern");
        assertThat(article.speakerOffice()).isEqualTo("President of Ardania");
    }

    private Extraction.Article read(String body, String title) {
        String html = "<!DOCTYPE html><html lang=en><head><title>" + title + "</title></head><body>" + body
                + "</body></html>";
        return (Extraction.Article) extractor.extract(
                new Page(html.getBytes(StandardCharsets.UTF_8), null, "https://speeches.example.org/1"));
    }
}
