package org.watchword.analyze.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<String> read(String text) {
        return Lines.of(text).stream().map(span -> span.in(text)).toList();
    }

    @Test
    void aBreakEndsALine() {
        assertThat(read("The harbour\n\nIt will stay open.\nIt is safe."))
                .containsExactly("The harbour", "It will stay open.", "It is safe.");
    }

    @Test
    void aSentenceCutToAWidthIsOneLine() {
        assertThat(read("The harbour will stay \nopen, he said,\r\nfor a year."))
                .hasSize(1);
        assertThat(read("Порт останется\nоткрытым.")).hasSize(1);
    }

    @Test
    void aSmallLetterBehindABlankLineOrAFullStopStartsALine() {
        assertThat(read("The harbour\n\nwill stay open")).hasSize(2);
        assertThat(read("It is open.\nso they say")).hasSize(2);
    }

    @Test
    void aLineLongerThanAnySentenceIsCut() {
        assertThat(read("word ".repeat(5_000))).hasSizeGreaterThan(2);
    }
}
