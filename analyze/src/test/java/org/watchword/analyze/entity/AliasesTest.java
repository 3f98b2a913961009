package org.watchword.analyze.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.analyze.nlp.Pipeline;
import org.watchword.model.ConfigException;

class AliasesTest {

    private static final String TESK = """
            - name: Orlan Tesk
              also: [Orlan Tesque, Орлан Теск, Öran Tésk]
            - name: Mira Hane
              also: Мира Хане
            """;

    private final Aliases aliases = Aliases.read("aliases.yaml", TESK);

    @Test
    void spellingsStandForTheName() {
        assertThat(aliases.name("Орлан Теск")).isEqualTo("Orlan Tesk");
        assertThat(aliases.name("Orlan Tesque")).isEqualTo("Orlan Tesk");
        assertThat(aliases.name("Мира Хане")).isEqualTo("Mira Hane");
        assertThat(aliases.name("Orlan Tesk")).isEqualTo("Orlan Tesk");
    }

    @Test
    void likenessJoinsNothing() {
        assertThat(aliases.name("Orlan Task")).isEqualTo("Orlan Task");
        assertThat(aliases.name("Tesk")).isEqualTo("Tesk");
        assertThat(aliases.name("orlan tesque")).isEqualTo("orlan tesque");
    }

    @Test
    void spacesAndComposedLettersMakeNoDifference() {
        assertThat(aliases.name("Orlan  Tesque")).isEqualTo("Orlan Tesk");
        assertThat(aliases.name("O\u0308ran Te\u0301sk")).isEqualTo("Orlan Tesk");
    }

    @Test
    void noNameStaysNone() {
        assertThat(aliases.nameOrNone(null)).isNull();
    }

    @Test
    void spellingOfTwoNamesIsRefusedWithItsLine() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Aliases.read("aliases.yaml", TESK + "- name: Ada Renn\n  also: [Orlan Tesque]\n"))
                .withMessageContaining("aliases.yaml:6")
                .withMessageContaining("'Orlan Tesque' is already a spelling of 'Orlan Tesk', in line 2");
    }

    @Test
    void nameThatIsASpellingOfAnotherIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Aliases.read("aliases.yaml", TESK + "- name: Мира Хане\n  also: [M. Hane]\n"))
                .withMessageContaining("aliases.yaml:5");
    }

    @Test
    void unknownKeyIsRefusedWithTheNearest() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Aliases.read("aliases.yaml", "- name: Mira Hane\n  alse: [M. Hane]\n"))
                .withMessageContaining("also");
    }

    @Test
    void shippedFileIsUnderstood() {
        assertThat(Aliases.load(Pipeline.LANGUAGES).name("Mira Hane")).isEqualTo("Mira Hane");
    }

    @Test
    void folderWithoutAFileJoinsNothing(@TempDir Path folder) {
        assertThat(Aliases.load(folder).name("Мира Хане")).isEqualTo("Мира Хане");
    }
}
