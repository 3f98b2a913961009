package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.DocumentAnalyzer;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.FlagStatus;

/** Doctors, judges, witnesses, rescuers and others who speak for a group are not flagged; who says the same against it is. */
class SpokenForTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/spoken-for");
    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final DocumentAnalyzer ANALYZER =
            GuardCase.analyzer(new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS));
    private static final String EXCEPTED = "!";

    @Test
    void whoSpeaksForAGroupIsNotFlagged() throws IOException {
        assertThat(lines("harmless.txt", line -> !line.startsWith(EXCEPTED)))
                .hasSizeGreaterThan(400)
                .noneMatch(SpokenForTest::flagged);
    }

    @Test
    void whoSaysItAgainstTheGroupIsFlagged() throws IOException {
        assertThat(lines("dangerous.txt", line -> !line.startsWith(EXCEPTED)))
                .hasSizeGreaterThan(70)
                .allMatch(SpokenForTest::flagged);
    }

    @Test
    void whatIsOnlyNearToItIsNotFlagged() throws IOException {
        assertThat(lines("near.txt", line -> !line.startsWith(EXCEPTED)))
                .hasSizeGreaterThan(200)
                .noneMatch(SpokenForTest::flagged);
    }

    @Test
    void plainestWordsAreFlagged() throws IOException {
        assertThat(lines("plain.txt", line -> !line.startsWith(EXCEPTED)))
                .hasSizeGreaterThan(100)
                .allMatch(SpokenForTest::flagged);
    }

    /** Invented groups of the tests are peoples; only a nation of the shipped list has a state. */
    @Test
    void boycottOfAStatesGoodsIsNoCallAgainstItsPeople() {
        assertThat(flagged("Boycott Norwegian goods until the prisoners are free."))
                .isFalse();
        assertThat(flagged("Boycott Norwegian shops in our street!")).isTrue();
    }

    private static boolean flagged(String text) {
        return ANALYZER.annotate("spoken-for", text, "en", "The Speaker", null).statements().stream()
                .flatMap(statement -> statement.flags().stream())
                .anyMatch(flag -> flag.status() == FlagStatus.FLAGGED);
    }

    private static List<String> lines(String file, Predicate<String> wanted) throws IOException {
        try (var lines = Files.lines(FOLDER.resolve(file))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(wanted)
                    .toList();
        }
    }
}
