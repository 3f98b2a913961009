package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.model.Flag;
import org.watchword.model.Target;

/** Rules that ask for something beside their words, or forbid it there. */
class PassageTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final String PACK = """
            language: en
            author: Ada Renn
            date: "2031-05-06"
            references: ["our own"]
            rules:
              - id: pride-beside-a-deed
                category: glorification
                severity: high
                status: experimental
                description: Pride beside a deed against a group.
                with: ['burned (the)? {any} out']
                without: ['(mourn | mourning)']
                patterns: ['proud of that']
                examples:
                  match: ["They burned the Velmaris out. I am [[proud of that]]."]
                  no-match: ["I am proud of that."]
                falsePositives: ["pride in somebody who told of it"]
            """;

    private RuleEngine engine;

    @BeforeEach
    void load(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("en")).resolve("own.yaml"), PACK);
        engine = new RuleEngine(RulePacks.load(folder, LEXICONS), LEXICONS);
    }

    @Test
    void praiseIsFlaggedBesideTheDeedAndAgainstWhoeverSufferedIt() {
        assertThat(praise("They burned the Velmaris out. I am proud of that."))
                .singleElement()
                .satisfies(flag ->
                        assertThat(flag.target()).extracting(Target::group).isEqualTo("velmari"));
    }

    @Test
    void praiseOfNothingSuchIsLeftAlone() {
        assertThat(praise("The harvest was good. I am proud of that.")).isEmpty();
    }

    @Test
    void aDeedTwoSentencesAwayIsNotBeside() {
        assertThat(praise("They burned the Velmaris out. It was a cold year. My son reads well. I am proud of that."))
                .isEmpty();
    }

    @Test
    void whatTheRuleForbidsBesideItsWordsKeepsItStill() {
        assertThat(praise("They burned the Velmaris out, and we mourn them. I am proud of that mourning."))
                .isEmpty();
    }

    private List<Flag> praise(String text) {
        return engine.flags(new PlainAnnotator().annotate(text, "en"), List.of(), "the speaker");
    }
}
