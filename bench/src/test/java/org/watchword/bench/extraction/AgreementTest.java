package org.watchword.bench.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void countsRunsOfFourWordsAndEachPageOnce() {
        var sum = new Agreement();
        sum.add(new Shingles("the gate is shut"), new Shingles("the gate is shut"));
        assertThat(sum.add(new Shingles("one two three four five"), new Shingles("one two three; four – five six")))
                .isCloseTo(2 / 3.0, within(1e-9));
        assertThat(sum.precision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
        assertThat(sum.recall()).isEqualTo(1);
        assertThat(sum.pages()).isEqualTo(2);
    }

    @Test
    void aPerfectAnswerScoresOneAndAnEmptyOneNothing() {
        var perfect = new Agreement();
        perfect.add(new Shingles("the gate is shut"), new Shingles("the gate is shut"));
        assertThat(perfect.f1()).isEqualTo(1);

        var empty = new Agreement();
        empty.add(new Shingles("the gate is shut"), new Shingles(""));
        assertThat(empty.f1()).isZero();
        assertThat(empty.recall()).isZero();
    }

    @Test
    void aShortTextIsOneRun() {
        assertThat(new Shingles("ashes").size()).isEqualTo(1);
        assertThat(new Shingles("…").size()).isZero();
    }

    @Test
    void aSiteAlwaysFallsOnTheSameSide() {
        assertThat(Half.of("tidings.example")).isEqualTo(Half.of("tidings.example"));
        assertThat(IntStream.range(0, 400)
                        .mapToObj(i -> Half.of("outlet" + i + ".example"))
                        .filter(h -> h == Half.TUNING)
                        .count())
                .isBetween(150L, 250L);
    }
}
