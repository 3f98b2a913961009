package org.watchword.analyze.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.analyze.text.Annotator;
import org.watchword.model.Flag;
import org.watchword.model.FlagStatus;

/** Whom words are about that name no group: found where it is clear, and nobody accused where it is not. */
class NearbyGroupTest {

    private static final Lexicons LEXICONS = ShippedRules.lexicons();
    private static final RuleEngine ENGINE = new RuleEngine(RulePacks.load(ShippedRules.rules(), LEXICONS), LEXICONS);
    private static final Annotator ANNOTATOR = Pipeline.annotator();

    @Test
    void theGroupIsTakenFromBesideOnlyWhereNobodyElseCanBeMeant() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String line : lines()) {
            String[] parts = line.split("\t");
            List<String> targets = flagged(parts[0]).stream()
                    .map(flag ->
                            flag.target() == null ? "nobody" : flag.target().group())
                    .distinct()
                    .toList();
            List<String> expected = parts[1].equals("-") ? List.of() : List.of(parts[1]);
            if (!targets.equals(expected)) {
                differences.add(line + ": found " + targets);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void aFlagSaysWhichSentenceNamesTheGroup() {
        assertThat(flagged("Parasites! That is the word for the Torvanis."))
                .first()
                .satisfies(flag -> assertThat(flag.guards()).anySatisfy(note -> {
                    assertThat(note.guard()).isEqualTo("resolved");
                    assertThat(note.reason()).isEqualTo("about “Torvanis”, the only group named in the sentence after");
                }));
    }

    @Test
    void aPronounSaysWhatItStandsFor() {
        assertThat(flagged("The Velmaris live here. They are rats."))
                .first()
                .satisfies(flag -> assertThat(flag.guards()).anySatisfy(note -> assertThat(note.reason())
                        .isEqualTo("“They” = “Velmaris”, named in the sentence before")));
    }

    private static List<Flag> flagged(String text) {
        return ENGINE.flags(ANNOTATOR.annotate(text, "en"), List.of(), "the speaker").stream()
                .filter(flag -> flag.status() == FlagStatus.FLAGGED)
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NearbyGroupTest.class.getResourceAsStream("/golden/nearby/english.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
