package org.watchword.analyze.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseTest {

    @ParameterizedTest
    @CsvSource({"k1ll, kill", "v3rmin, vermin", "v£rm!n, vermin", "r@ts, rats", "r, are"})
    void signsBetweenLettersAreTheLettersTheyStandFor(String written, String meant) {
        assertThat(Disguise.undone(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"covid19", "4th", "1990s", "a1", "rats", "don't", "well-known", "a@b.org"})
    void otherWordsStay(String word) {
        assertThat(Disguise.undone(word)).isEqualTo(word);
    }

    @Test
    void picturesLoseWhatOnlyVariesThem() {
        assertThat(Folding.fold("🧕🏻", "en")).isEqualTo("🧕");
        assertThat(Folding.fold("👳🏾‍♂️", "en")).isEqualTo("👳");
        assertThat(Folding.fold("✡️", "en")).isEqualTo("✡");
        assertThat(Folding.fold("👨🏾‍🎓", "en")).isEqualTo("👨🏿");
        assertThat(Folding.fold("👩🏻", "en")).isEqualTo("👩");
    }
}
