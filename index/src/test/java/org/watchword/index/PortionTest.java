package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PortionTest {

    @Test
    void aSlowServerGetsLessAtOnceAndAQuickOneMoreAgain() {
        var portion = new Portion(200);
        assertThat(portion.size()).isEqualTo(200);
        portion.took(Duration.ofMinutes(5));
        portion.took(Duration.ofMinutes(3));
        assertThat(portion.size()).isEqualTo(50);
        portion.took(Duration.ofSeconds(20));
        assertThat(portion.size()).isEqualTo(50);
        for (int i = 0; i < 5; i++) {
            portion.took(Duration.ofSeconds(1));
        }
        assertThat(portion.size()).isEqualTo(200);
    }

    @Test
    void oneIsWrittenHoweverLongItTakes() {
        var portion = new Portion(3);
        for (int i = 0; i < 5; i++) {
            portion.took(Duration.ofHours(1));
        }
        assertThat(portion.size()).isEqualTo(1);
    }
}
