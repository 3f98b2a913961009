package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DateMarksTest {

    @Test
    void tellsWhichFormsADateMayHave() {
        assertThat(DateMarks.of("3 May 2026")).isEqualTo(new DateMarks(true, false, false, false, 5));
        assertThat(DateMarks.of("1 jan '26")).isEqualTo(new DateMarks(false, false, false, true, 3));
        assertThat(DateMarks.of("1405/2/13").persian()).isTrue();
        assertThat(DateMarks.of("2026年5月3日").eastern()).isTrue();
        assertThat(DateMarks.of("room 2126").year()).isFalse();
    }

    @Test
    void digitsOfEveryScriptMayBeOfADate() {
        assertThat(DateMarks.perhaps("٣ مايو ٢٠٢٦")).isTrue();
        assertThat(DateMarks.perhaps("Page 12")).isFalse();
    }
}
