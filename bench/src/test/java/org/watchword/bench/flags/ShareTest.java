package org.watchword.bench.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** Values of R's binom.confint(method = "wilson"). */
    @Test
    void bounds_are_those_of_wilson() {
        Share share = new Share(8, 10);
        assertThat(share.low()).isCloseTo(0.4902, within(1e-4));
        assertThat(share.high()).isCloseTo(0.9433, within(1e-4));
    }

    @Test
    void none_of_many_still_leaves_an_interval() {
        Share share = new Share(0, 20);
        assertThat(share.low()).isZero();
        assertThat(share.high()).isCloseTo(0.1611, within(1e-4));
    }

    @Test
    void without_trials_everything_is_open() {
        assertThat(new Share(0, 0)).hasToString("0/0 = 0.000 [0.000, 1.000]");
    }
}
