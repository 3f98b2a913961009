package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerCaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"İ", "Σ", "A", "😀", "𐐀"})
    void takesMemoryThatGrowsWithTheTextAlone(String letter) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String text = letter.repeat(100_000);
        long before = thread.getCurrentThreadAllocatedBytes();

        String lower = LowerCase.of(text);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
        assertThat(lower).hasSize(text.length());
    }

    @Test
    void isTheStringsOwnForWordsAndLabels() {
        for (String text : new String[] {"", "Straße", "ΟΔΟΣ", "İstanbul", "ÇA VA", "𐐀𐐁", "Ա"}) {
            assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void isTheSameForLongTextInWhichEachLetterGivesOne() {
        String text = "Der Präsident von NOLMARK sprach. Президент сказал. ".repeat(20);

        assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }
}
