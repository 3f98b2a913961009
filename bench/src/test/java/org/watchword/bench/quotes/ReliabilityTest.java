package org.watchword.bench.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void confidenceThatIsRightAsOftenAsItSaysHasNoError() {
        Reliability reliability = new Reliability();
        for (int i = 0; i < 4; i++) {
            reliability.add(0.75, i < 3);
        }
        assertThat(reliability.error()).isCloseTo(0, within(1e-9));
        assertThat(reliability.lines().get(0)).contains("4 attributions", "stated 0.750", "right 0.750");
    }

    @Test
    void certaintyThatIsWrongHalfTheTimeIsHalfOff() {
        Reliability reliability = new Reliability();
        reliability.add(1.0, true);
        reliability.add(1.0, false);
        assertThat(reliability.error()).isCloseTo(0.5, within(1e-9));
    }
}
