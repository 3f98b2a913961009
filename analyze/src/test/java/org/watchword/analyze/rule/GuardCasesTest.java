package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.guard.Guards;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.GuardCase.Half;
import org.watchword.analyze.rule.GuardCase.Outcome;

/** The guards on look-alikes in both directions, with the real annotator, quotes and statements. */
class GuardCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/guards");
    private static final List<GuardCase> CASES = GuardCase.read(FOLDER);
    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final DocumentAnalyzer ANALYZER =
            GuardCase.analyzer(new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS));
    private static final double LEAST_RIGHT = 0.9;
    private static final int LEAST_CASES = 30;

    static Stream<String> guards() {
        return Guards.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("guards")
    void hasCasesInBothDirections(String guard) {
        List<GuardCase> own =
                CASES.stream().filter(c -> c.guard().equals(guard)).toList();
        assertThat(own).hasSizeGreaterThanOrEqualTo(LEAST_CASES);
        long dangerous =
                own.stream().filter(c -> c.expect() == GuardCase.Expect.STANDS).count();
        assertThat(dangerous).isGreaterThanOrEqualTo(LEAST_CASES / 2);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void isRightWhereItsWordsWereTuned(String guard) {
        assertThat(CASES.stream()
                        .filter(c -> c.guard().equals(guard) && c.half() == Half.TUNED)
                        .filter(c -> c.outcome(ANALYZER) == Outcome.WRONG)
                        .map(GuardCase::text))
                .isEmpty();
    }

    /** Counted only: who mends a guard reads the failures of the other half. */
    @Test
    void areRightOnCasesNobodyTunedOn() {
        List<Outcome> outcomes = CASES.stream()
                .filter(c -> c.half() == Half.COUNTED)
                .map(c -> c.outcome(ANALYZER))
                .filter(outcome -> outcome != Outcome.NOT_REACHED)
                .toList();
        double right = outcomes.stream().filter(o -> o == Outcome.RIGHT).count();
        assertThat(right / outcomes.size()).isGreaterThanOrEqualTo(LEAST_RIGHT);
    }
}
