package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken rule is refused with file, line and column; its neighbours load. */
class BrokenRulesTest {

    static final String SOUND = """
            language: en
            author: A. Analyst
            date: "2026-01-01"
            references: ["field notes"]
            rules:
              - id: sound
                category: dehumanization.vermin
                severity: high
                status: stable
                description: A group is said to be rats.
                pattern: '{group} are rats'
                examples:
                  match: ["[[Velmaris are rats]]."]
                  no-match: ["Rats live here."]
                falsePositives: ["none known"]
            """;
    private static final String SECOND = SOUND.substring(SOUND.indexOf("  - id"));

    private final Path folder;

    BrokenRulesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private RulePacks load(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(folder.resolve("en/own.yaml"), yaml);
        return RulePacks.load(folder, ShippedRules.lexicons());
    }

    /** The problem of a second rule made from the sound one; the sound one must load. */
    private String problem(String part, String broken) throws IOException {
        RulePacks packs = load(SOUND + SECOND.replace("id: sound", "id: second").replace(part, broken));
        assertThat(packs.packs())
                .singleElement()
                .satisfies(pack -> assertThat(pack.rules()).extracting(Rule::id).containsExactly("sound"));
        assertThat(packs.problems()).hasSize(1);
        return packs.problems().get(0).message();
    }

    @Test
    void theSoundOneLoads() throws IOException {
        assertThat(load(SOUND).problems()).isEmpty();
    }

    @Test
    void aPatternThatIsNotClosedIsNamedWhereItStands() throws IOException {
        assertThat(problem("'{group} are rats'", "'{group} (are rats'"))
                .contains("own.yaml:21:")
                .contains(")");
    }

    @Test
    void anUnknownSlotOrListNamesTheNearest() throws IOException {
        assertThat(problem("'{group} are rats'", "'{grup} are rats'"))
                .contains("own.yaml:21:")
                .contains("group");
        assertThat(problem("'{group} are rats'", "'{group} are @vermins'"))
                .contains("own.yaml:21:")
                .contains("vermin");
    }

    @Test
    void aRuleWithoutExamplesIsRefused() throws IOException {
        assertThat(problem(SECOND.substring(SECOND.indexOf("    examples:"), SECOND.indexOf("    falseP")), ""))
                .contains("own.yaml:")
                .contains("examples");
    }

    @Test
    void aRuleWithoutKnownFalsePositivesIsRefused() throws IOException {
        assertThat(problem("    falsePositives: [\"none known\"]\n", "")).contains("falsePositives");
    }

    @Test
    void anUnknownKeyCategoryOrSeverityNamesTheNearest() throws IOException {
        assertThat(problem("    severity:", "    severty:")).contains("severity");
        assertThat(problem("dehumanization.vermin", "dehumanization.vermn")).contains("dehumanization.vermin");
        assertThat(problem("severity: high", "severity: hihg")).contains("high");
    }

    @Test
    void aSecondRuleOfTheSameNameIsRefused() throws IOException {
        assertThat(problem("id: second", "id: sound")).contains("own.yaml").contains("sound");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedWhole() throws IOException {
        RulePacks packs = load("rules: [unclosed");
        assertThat(packs.packs()).isEmpty();
        assertThat(packs.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("own.yaml:"));
    }

    @Test
    void aRepetitionWithoutEndIsRefused() throws IOException {
        assertThat(problem("'{group} are rats'", "'{group} _{0,5000} rats'"))
                .contains("own.yaml:21:")
                .contains("20");
    }

    /** The column counts what stands in the file: doubled apostrophes, escapes and the lines of a block. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pattern: '{group} are rats'            | pattern: '{group} ''re [rats'       | 21:28",
                "pattern: '{group} are rats'            | pattern: \"{group} \\\"a\\\" {grup}\" | 21:29",
                "pattern: '{group} are rats'            | pattern: the {grup} rats             | 21:18",
                "pattern: '{group} are rats'            | pattern: >NL      {group}NL      {grup} | 23:7",
                "pattern: '{group} are rats'            | patterns: ['rats', 'are {grup}']     | 21:29",
            })
    void namesThePlaceWithinAPattern(String part, String broken, String place) throws IOException {
        assertThat(problem(part, broken.replace("NL", "\n"))).contains("own.yaml:" + place + ":");
    }
}
