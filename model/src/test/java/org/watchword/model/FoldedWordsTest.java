package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedWordsTest {

    @Test
    void onlyLettersAndDigitsCount() {
        assertThat(FoldedWords.of("“They’re HERE”, he said – 3,000 of them…"))
                .containsExactly("they", "re", "here", "he", "said", "3", "000", "of", "them");
        assertThat(FoldedWords.of(" … 🐀 —")).isEmpty();
    }

    @Test
    void formsOfOneLetterMeet() {
        assertThat(FoldedWords.of("Café CAFÉ cafe\u0301 ﬁn")).isEqualTo(FoldedWords.of("cafe cafe cafe fin"));
        assertThat(FoldedWords.of("İNCİR ırmak IRMAK")).isEqualTo(FoldedWords.of("incir irmak irmak"));
        assertThat(FoldedWords.of("Они ПРИДУТ")).containsExactly("они", "придут");
        assertThat(FoldedWords.of("ՄԵՆՔ տեսանք")).containsExactly("մենք", "տեսանք");
    }

    @Test
    void invisibleCharactersDoNotTearWords() {
        assertThat(FoldedWords.of("ver\u00admin un\u200dder")).containsExactly("vermin", "under");
    }

    @Test
    void charactersAreWordsWhereNoSpacesAre() {
        assertThat(FoldedWords.of("河水,2026 年")).containsExactly("河", "水", "2026", "年");
    }

    @Test
    void wordsIdTellsWhatIsSaidNotHow() {
        assertThat(ContentHash.wordsId("They  are here."))
                .hasSize(16)
                .isEqualTo(ContentHash.wordsId("“THEY ARE HERE!”"));
        assertThat(ContentHash.wordsId("They are here")).isNotEqualTo(ContentHash.wordsId("They are not here"));
    }
}
