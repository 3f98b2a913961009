package org.watchword.desk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.desk.review.CohensKappa.Cell;

class CohensKappaTest {

    private static CohensKappa of(int[][] table) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                cells.add(new Cell("c" + row, "c" + column, table[row][column]));
            }
        }
        return CohensKappa.of(cells);
    }

    /** Two pathologists, 118 slides: Landis and Koch 1977; in Agresti, Categorical Data Analysis, 0.636, 0.281 and 0.493. */
    @Test
    void theCarcinomaSlidesGiveThePublishedFigure() {
        CohensKappa kappa = of(new int[][] {{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}});

        assertThat(kappa.count()).isEqualTo(118);
        assertThat(kappa.observed()).isCloseTo(0.636, within(0.0005));
        assertThat(kappa.expected()).isCloseTo(0.281, within(0.0005));
        assertThat(kappa.value()).isCloseTo(0.493, within(0.0005));
    }

    /** Viera and Garrett, Understanding Interobserver Agreement, Family Medicine 37 (2005), table 2: 0.85, 0.65, 0.57. */
    @Test
    void theTutorialOfVieraAndGarrettGivesItsFigure() {
        CohensKappa kappa = of(new int[][] {{15, 5}, {10, 70}});

        assertThat(kappa.observed()).isCloseTo(0.85, within(1e-9));
        assertThat(kappa.expected()).isCloseTo(0.65, within(1e-9));
        assertThat(kappa.value()).isCloseTo(0.571, within(0.0005));
        assertThat(kappa.standardError()).isCloseTo(0.102, within(0.0005));
    }

    @Test
    void fullAgreementIsOneAndLessThanChanceIsBelowZero() {
        assertThat(of(new int[][] {{7, 0}, {0, 3}}).value()).isCloseTo(1, within(1e-9));
        assertThat(of(new int[][] {{0, 5}, {5, 0}}).value()).isCloseTo(-1, within(1e-9));
        assertThat(of(new int[][] {{4, 4}, {4, 4}}).value()).isCloseTo(0, within(1e-9));
    }

    @Test
    void thereIsNoFigureOfNothingOrOfOneVerdictOnly() {
        assertThat(CohensKappa.of(List.of()).isDefined()).isFalse();
        assertThat(of(new int[][] {{9, 0}, {0, 0}}).isDefined()).isFalse();
        assertThat(of(new int[][] {{9, 0}, {0, 0}}).value()).isNaN();
    }

    @Test
    void whoIsNamedFirstDoesNotMatter() {
        assertThat(of(new int[][] {{3, 9, 1}, {0, 8, 2}, {4, 4, 4}}).value())
                .isCloseTo(of(new int[][] {{3, 0, 4}, {9, 8, 4}, {1, 2, 4}}).value(), within(1e-12));
    }
}
