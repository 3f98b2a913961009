package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void countsUtf16UnitsAndIsHalfOpen() {
        var rat = new Span(2, 4);

        assertThat(rat.in("a 🐀.")).isEqualTo("🐀");
        assertThat(rat.contains(4)).isFalse();
        assertThat(rat.overlaps(new Span(4, 5))).isFalse();
        assertThat(new Span(0, 5).contains(rat)).isTrue();
    }

    @Test
    void refusesToRunBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2)).withMessage("not a span: 3..2");
    }
}
