package org.watchword.analyze.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.model.ConfigException;
import org.watchword.model.EntityType;

class NameFinderTest {

    private static List<String> names(String text) {
        return Pipeline.annotate(text).entities().stream()
                .map(e -> e.type() + " " + e.text())
                .toList();
    }

    @Test
    void titleIsNoPartOfThePersonsName() {
        assertThat(names("Yesterday President Daniel Oren met Mr. Vale."))
                .containsExactly("PERSON Daniel Oren", "PERSON Vale");
    }

    @Test
    void stateBeforeATitleIsNoPartOfThePersonsName() {
        assertThat(names("It was said by US President Daniel Oren yesterday."))
                .containsExactly("LOCATION US", "PERSON Daniel Oren");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On Friday U.S. Senators Tamsin Oren and Jory Vale met. | LOCATION U.S., PERSON Tamsin Oren, PERSON Jory Vale",
                "“No,” acting attorney for Kenya Joshua Oren said. | LOCATION Kenya, PERSON Joshua Oren",
                "He is the son of Jordan Petersen Vale, a judge. | PERSON Jordan Petersen Vale"
            })
    void placeAndTitleOfSeveralBeforeAPersonAreNoPartOfTheName(String text, String found) {
        assertThat(names(text)).containsExactly(found.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "The Oslo-based firm closed., LOCATION Oslo",
        "It is a Swiss-owned mine., GROUP Swiss",
        "The Italian-American choir sang., GROUP Italian-American"
    })
    void namesAreFoundInsideHyphenatedWords(String text, String name) {
        assertThat(names(text)).containsExactly(name);
    }

    @Test
    void hyphenatedNameStaysWhole() {
        assertThat(names("She flew to Port-au-Prince on Monday.")).containsExactly("LOCATION Port-au-Prince");
    }

    @Test
    void pronounIsNoName() {
        assertThat(names("“We hope so,” she said. “We do.”")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Later the Brannick fled., false", "Later the Brannick family fled., true", "Later Brannick fled., true"
    })
    void oneWordAfterTheIsNobodysNameButWhereItIsAFamilys(String text, boolean person) {
        int start = text.indexOf("Brannick");
        Candidate learned = new Candidate(start, start + 8, "Brannick", EntityType.PERSON, false);
        Candidate settled = new NameBounds(Gazetteer.load(Pipeline.LANGUAGES.resolve("en"))).settle(learned, text);
        assertThat(settled.type() == EntityType.PERSON).isEqualTo(person);
    }

    @Test
    void surnameOfAPersonIsNoPlace() {
        assertThat(names("Daniel Oren spoke. Later, in Oren, nobody answered."))
                .containsExactly("PERSON Daniel Oren", "PERSON Oren");
    }

    @Test
    void headWordMakesAnOrganization() {
        assertThat(names("She joined the Ministry of Ports.")).containsExactly("ORGANIZATION Ministry of Ports");
    }

    @Test
    void placesAndKindsOfPeopleAreListed() {
        assertThat(names("The Swiss train left for New Zealand."))
                .containsExactly("GROUP Swiss", "LOCATION New Zealand");
    }

    @Test
    void listedNameOfSeveralWordsIsOne() {
        assertThat(names("They crossed Bosnia and Herzegovina on foot."))
                .containsExactly("LOCATION Bosnia and Herzegovina");
    }

    @Test
    void legalFormBelongsToTheName() {
        assertThat(names("Daniel Oren works for Vale Shipping, Inc. of Oslo."))
                .contains("ORGANIZATION Vale Shipping, Inc.");
    }

    @Test
    void stormIsNobody() {
        assertThat(names("Hurricane Mira hit the coast. On Monday Mira turned north."))
                .noneMatch(name -> name.contains("Mira"));
    }

    @Test
    void whatIsTaughtAtIsAnOrganization() {
        assertThat(names("She studied at Kessim State College in Norway."))
                .containsExactly("ORGANIZATION Kessim State College", "LOCATION Norway");
    }

    @Test
    void mentionCarriesTheNameItStandsFor() {
        assertThat(Pipeline.annotate("President Daniel Oren spoke. Mr. Oren left.")
                        .entities())
                .extracting(e -> e.text() + " = " + e.fullName())
                .containsExactly("Daniel Oren = Daniel Oren", "Oren = Daniel Oren");
    }

    @Test
    void twoPersonsOfOneSurnameAreNotToldApart() {
        var text = Pipeline.annotate("Daniel Oren and Maria Oren spoke. Oren left. Mr. Daniel Oren stayed.");
        PersonNames names = PersonNames.of(text, Gazetteer.load(Pipeline.LANGUAGES.resolve("en")));
        assertThat(names.fullest("Oren")).isEqualTo("Oren");
        assertThat(names.fullest("Mr. Daniel Oren")).isEqualTo("Daniel Oren");
        assertThat(names.gender("Maria Oren")).isEqualTo(Gender.FEMALE);
    }

    @Test
    void unknownClassNamesFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("names.tsv"), "# list\nLOCATON\tSomewhere\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Gazetteer.load(folder))
                .withMessageContaining("names.tsv:2")
                .withMessageContaining("LOCATION");
    }
}
