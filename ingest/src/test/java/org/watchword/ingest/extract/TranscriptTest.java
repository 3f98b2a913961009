package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.watchword.ingest.page.Extraction;
import org.watchword.ingest.page.Page;
import org.watchword.model.Turn;

class TranscriptTest {

    private static Extraction.Article read(byte[] html) {
        return (Extraction.Article)
                new HtmlExtractor().extract(new Page(html, "text/html; charset=utf-8", "https://gov.example.org/t"));
    }

    @Test
    void eachTurnHasItsSpeakerAndCoversHisWords() throws IOException {
        Extraction.Article got =
                read(Files.readAllBytes(Path.of("src/test/resources/extract/transcript-of-several.html")));

        assertThat(got.turns())
                .extracting(Turn::speaker)
                .containsExactly("Milo Tern", "Ruta Helm", "Milo Tern", null, "Ruta Helm");
        assertThat(got.turns())
                .extracting(Turn::office)
                .containsExactly(
                        "President of Ardania", "Minister of Roads", "President of Ardania", null, "Minister of Roads");
        assertThat(got.turns().get(0).span().in(got.text()))
                .startsWith("Ladies and gentlemen,")
                .endsWith("has come.");
        assertThat(got.turns().get(1).span().in(got.text()))
                .contains("Note: the figures")
                .endsWith("evening.");
    }

    @Test
    void aColonMakesNoTranscript() {
        String report =
                "<html><body><h1>Ferry</h1><p>The council voted on Tuesday to reopen the ferry between the old town and the "
                        + "eastern bank, with nine votes to four.</p><p>Note: the first boat leaves in June, and the fare is the same as "
                        + "before the flood, says the council.</p><p>Warning: the eastern landing is still closed to carts and to "
                        + "everybody who comes with a horse.</p></body></html>";

        assertThat(read(report.getBytes(StandardCharsets.UTF_8)).turns()).isEmpty();
    }
}
