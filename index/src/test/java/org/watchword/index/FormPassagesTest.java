package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormPassagesTest {

    private static final Map<String, String> LEMMAS = Map.of("wolves", "wolf", "went", "go");

    private static List<DocumentHit.Passage> passages(String query, String text) {
        return new FormPassages(new FormMarks(query, FormPassagesTest::lemma)).of(text);
    }

    private static String lemma(String word) {
        String form = word.toLowerCase(Locale.ROOT);
        return LEMMAS.getOrDefault(form, form);
    }

    @Test
    void theSentencesWithTheWordAreCutOutAndTheWordMarked() {
        List<DocumentHit.Passage> found = passages(
                "wolf",
                "The council met. 🐺 Wolves came, wolves everywhere. Nobody spoke.\nWolves left. Then rain fell.");

        assertThat(found)
                .extracting(DocumentHit.Passage::text)
                .containsExactly("🐺 Wolves came, wolves everywhere.", "Wolves left.");
        assertThat(found.get(0).highlights())
                .extracting(span -> span.in(found.get(0).text()))
                .containsExactly("Wolves", "wolves");
    }

    @Test
    void aSentenceWithoutEndIsCutBetweenItsWords() {
        String text = "one two three ".repeat(60) + "wolves " + "four five six ".repeat(60);

        String passage = passages("wolf", text).get(0).text();

        assertThat(passage).hasSizeBetween(180, 220).contains(" wolves four five six four");
        assertThat(text).contains(" " + passage + " ");
    }

    @Test
    void noMoreThanAreShownAndNoneOfWordsThatAreNotThere() {
        assertThat(passages("wolf", "Wolves came. ".repeat(9))).hasSize(DocumentHit.MOST_PASSAGES);
        assertThat(passages("lamb", "Wolves came.")).isEmpty();
        assertThat(passages("\"wolf\"", "Wolves came."))
                .as("a phrase is sought as it stands")
                .isEmpty();
    }
}
