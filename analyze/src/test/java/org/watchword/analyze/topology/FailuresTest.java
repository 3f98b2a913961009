package org.watchword.analyze.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void waitsGrowAndThenItIsGivenUp() {
        var failures = new Failures(3);
        assertThat(failures.next(0)).contains(Duration.ofMillis(250));
        assertThat(failures.next(1)).contains(Duration.ofMillis(500));
        assertThat(failures.next(2)).contains(Duration.ofSeconds(1));
        assertThat(failures.next(3)).isEmpty();
        assertThat(failures.count()).isEqualTo(4);
    }

    @Test
    void whatFailsNowAndThenGoesOnForEver() {
        var failures = new Failures(3);
        for (int hour = 0; hour < 100; hour++) {
            assertThat(failures.next(Duration.ofHours(hour).toNanos())).contains(Duration.ofMillis(250));
        }
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAMinute() {
        var failures = new Failures(100);
        for (int i = 0; i < 99; i++) {
            assertThat(failures.next(i))
                    .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(15)));
        }
    }
}
