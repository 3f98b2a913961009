package org.watchword.analyze.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.watchword.analyze.text.Sentence;
import org.watchword.analyze.text.Token;

class WordsTest {

    /** A string made small as a whole takes squares of the length for capital sigmas. */
    @Test
    @Timeout(5)
    void aWordWithoutEndIsFoldedInTheTimeOfItsLetters() {
        assertThat(Folding.fold("\u03A3".repeat(200_000), "el")).hasSize(200_000);
    }

    @Test
    void takesContractionsWithoutApostropheApart() {
        assertThat(folded("Velmaris cant stay , theyre not welcome", "en"))
                .containsExactly("velmaris", "ca", "n't", "stay", ",", "they", "'re", "not", "welcome");
    }

    @Test
    void bothPartsOfSuchAContractionHaveItsOffsets() {
        Words words = words("we dont", "en");
        assertThat(List.of(words.get(1).start(), words.get(1).end())).containsExactly(3, 7);
        assertThat(List.of(words.get(2).start(), words.get(2).end())).containsExactly(3, 7);
    }

    @Test
    void letsIsAnAppealOnlyWhereASentenceBegins() {
        assertThat(folded("lets go", "en")).containsExactly("let", "'s", "go");
        assertThat(folded("she lets go", "en")).containsExactly("she", "lets", "go");
    }

    @Test
    void otherLanguagesKeepSuchWords() {
        assertThat(folded("im Dorf", "de")).containsExactly("im", "dorf");
    }

    private static List<String> folded(String text, String language) {
        return words(text, language).all().stream().map(Word::folded).toList();
    }

    private static Words words(String text, String language) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String word : text.split(" ")) {
            tokens.add(new Token(start, start + word.length(), word, word.toLowerCase(java.util.Locale.ROOT), ""));
            start += word.length() + 1;
        }
        return Words.of(new Sentence(0, text.length(), tokens), language);
    }
}
