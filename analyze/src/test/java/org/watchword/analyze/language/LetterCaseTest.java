package org.watchword.analyze.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LetterCaseTest {

    @Test
    void turkicWordsAreAsTheirLocaleHasThem() {
        for (String word : new String[] {"ISPARTA", "\u0130zmir", "I\u0307zmir", "\u00c7ALI\u015eKAN", "Bak\u0131"}) {
            assertThat(LetterCase.lower(word, "tr")).isEqualTo(word.toLowerCase(Locale.forLanguageTag("tr")));
            assertThat(LetterCase.lower(word, "az-Latn")).isEqualTo(LetterCase.lower(word, "tr"));
        }
    }

    @Test
    void aDottedCapitalLeavesNoDotBehindElsewhere() {
        assertThat(LetterCase.lower("\u0130STANBUL", "en")).isEqualTo("istanbul");
    }
}
