package org.watchword.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DelayHistogramTest {

    @Test
    void aQuantileLiesInTheClassOfTheTrueOne() {
        long seed = 20260301;
        Random random = new Random(seed);
        long[] millis = random.longs(2_000, 0, 9_000).toArray();
        DelayHistogram histogram = DelayHistogram.EMPTY;
        for (long delay : millis) {
            histogram = histogram.with(Duration.ofMillis(delay), 1);
        }
        Arrays.sort(millis);
        for (double share : new double[] {0.01, 0.5, 0.95, 0.99}) {
            long exact = millis[(int) (share * millis.length)];
            assertThat(histogram.quantile(share).orElseThrow().toMillis())
                    .as("seed %d, share %s", seed, share)
                    .isBetween(exact * 3 / 4 - 50, exact * 5 / 4 + 50);
        }
    }

    @Test
    void histogramsOfSeveralProcessesAddUp() {
        DelayHistogram one = DelayHistogram.EMPTY.with(Duration.ofMillis(60), 3);
        DelayHistogram other = DelayHistogram.EMPTY.with(Duration.ofDays(2), 1).with(Duration.ofSeconds(-1), 1);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).total()).isEqualTo(5);
        assertThat(one.plus(other).quantile(1).orElseThrow()).as("at least").isEqualTo(Duration.ofDays(1));
        assertThat(DelayHistogram.EMPTY.quantile(0.5)).isEmpty();
    }

    @Test
    void onTheWireItIsAListOfNumbers() {
        DelayHistogram histogram = DelayHistogram.EMPTY.with(Duration.ofMillis(60), 3);
        assertThat(JsonMapper.shared().writeValueAsString(histogram)).isEqualTo("[0,3]");
        assertThat(JsonMapper.shared().readValue("[0,3]", DelayHistogram.class)).isEqualTo(histogram);
        assertThatIllegalArgumentException().isThrownBy(() -> new DelayHistogram(List.of(-1L)));
    }
}
