package org.watchword.desk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    /** Values of R's binom.confint(method = "wilson"). */
    @Test
    void boundsAreThoseOfWilson() {
        Precision most = Precision.of("r", 8, 2, 5);

        assertThat(most.share()).isEqualTo(0.8);
        assertThat(Objects.requireNonNull(most.low())).isCloseTo(0.4901625, within(1e-6));
        assertThat(Objects.requireNonNull(most.high())).isCloseTo(0.9433178, within(1e-6));
        assertThat(Objects.requireNonNull(Precision.of("r", 10, 0, 0).low())).isCloseTo(0.7224672, within(1e-6));
        assertThat(Objects.requireNonNull(Precision.of("r", 10, 0, 0).high())).isCloseTo(1, within(1e-9));
    }

    @Test
    void withoutDecisionsThereIsNoShare() {
        assertThat(Precision.of("r", 0, 0, 3).share()).isNull();
        assertThat(Precision.of("r", 0, 0, 3).low()).isNull();
    }
}
