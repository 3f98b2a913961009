package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final String RUTA =
            "Two of the three piers can be used again, and the third was hit hardest of all. The engineers ask for another"
                    + " year, and I think that we should give it to them.";
    private static final String MILO =
            "That is longer than we said in the spring, and I would like to hear who tells the fishermen of Oste about it.";

    private static Extraction.Article list(String list) {
        return read(
                ("<html><head><title>Meeting on the harbour</title></head><body><nav><a href=/>Home</a></nav><h1>Meeting on the"
                                + " harbour</h1><main>" + list
                                + "</main><footer>Office of the President</footer></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> said(Extraction.Article article) {
        return article.turns().stream()
                .map(turn -> turn.speaker() + ": " + turn.span().in(article.text()))
                .toList();
    }

    @Test
    void speakersAndWordsInAListOfTermsAreTurns() {
        Extraction.Article got =
                list("<dl><dt>Ruta Helm:</dt><dd><p>" + RUTA + "</p><p>" + RUTA + "</p></dd><dt>Milo Tern</dt><dd>"
                        + MILO + "</dd><dd>" + RUTA + "</dd><dt>Ruta Helm:</dt><dd>The state does.</dd></dl>");

        assertThat(said(got))
                .containsExactly(
                        "Ruta Helm: " + RUTA + "\n\n" + RUTA,
                        "Milo Tern: " + MILO + "\n\n" + RUTA,
                        "Ruta Helm: The state does.");
        assertThat(got.text()).startsWith("Ruta Helm:\n\nTwo").contains("\n\nMilo Tern\n\n");
    }

    @Test
    void groupsOfAListMayBeWrappedAndWhatStandsAroundItIsNobodys() {
        Extraction.Article got =
                list("<p>The council met on Monday to hear how far the work on the harbour has come by now.</p>"
                        + "<dl class=transcript><div><dt>MR TERN (Ardania)</dt><dd>" + MILO
                        + "</dd></div><div><dt>MS HELM (Oste)</dt><dd>"
                        + RUTA
                        + "</dd></div></dl><p>The meeting rose at noon, and the council meets again on Friday.</p>");

        assertThat(said(got)).containsExactly("MR TERN (Ardania): " + MILO, "MS HELM (Oste): " + RUTA);
    }

    @Test
    void whereTwoAreNamedTogetherNobodyIsTheSpeaker() {
        Extraction.Article got =
                list("<dl><dt>Ruta Helm</dt><dd>" + RUTA + "</dd><dt>Milo Tern</dt><dt>Ruta Helm</dt><dd>" + MILO
                        + "</dd><dt>Milo Tern</dt><dd>" + MILO + "</dd><dt>Ruta Helm</dt><dd>" + RUTA + "</dd></dl>");

        assertThat(got.turns()).extracting(Turn::speaker).containsExactly("Ruta Helm", null, "Milo Tern", "Ruta Helm");
    }

    @Test
    void aGlossaryOrAListOfFactsIsNoTranscript() {
        Extraction.Article got = list("<dl><dt>Pier</dt><dd>" + RUTA + "</dd><dt>Harbour</dt><dd>" + MILO
                + "</dd><dt>Breakwater</dt><dd>" + RUTA + "</dd></dl>");

        assertThat(got.turns()).isEmpty();
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
