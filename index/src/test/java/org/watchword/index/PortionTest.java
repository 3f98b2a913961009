package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortionTest {

    @Test
    void aSlowServerGetsLessAtOnceAndAQuickOneMoreAgain() {
        var portion = new Portion(200);
        assertThat(sizeOf(portion)).isEqualTo(200);
        portion.took(Duration.ofMinutes(5));
        portion.took(Duration.ofMinutes(3));
        assertThat(sizeOf(portion)).isEqualTo(50);
        portion.took(Duration.ofSeconds(20));
        assertThat(sizeOf(portion)).isEqualTo(50);
        for (int i = 0; i < 5; i++) {
            portion.took(Duration.ofSeconds(1));
        }
        assertThat(sizeOf(portion)).isEqualTo(200);
    }

    @Test
    void oneIsWrittenHoweverLongItTakes() {
        var portion = new Portion(3);
        for (int i = 0; i < 5; i++) {
            portion.took(Duration.ofHours(1));
        }
        assertThat(sizeOf(portion)).isEqualTo(1);
    }

    @Test
    void theLastPortionOfAListIsWhatIsLeftOfIt() {
        Portion portion = new Portion(2);

        assertThat(portion.of(List.of(1, 2, 3), 0)).containsExactly(1, 2);
        assertThat(portion.of(List.of(1, 2, 3), 2)).containsExactly(3);
        assertThat(portion.of(List.of(1, 2, 3), 3)).isEmpty();
    }

    private static int sizeOf(Portion portion) {
        return portion.of(Collections.nCopies(1_000, 0), 0).size();
    }
}
