package org.watchword.analyze.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ConfigException;

class InflectedWordsTest {

    private static final String TURKISH = """
            language: tr
            harmony:
              A: {aıou: a, eiöü: e}
              I: {aı: ı, ei: i, ou: u, öü: ü}
              D: {fstkçşhp: t, abcdegğıijlmnoöruüvyz: d}
            paradigms:
              noun: {singular: 0 DIr, plural: lAr, plural-object: lArI}
            """;

    private final Path folder;

    InflectedWordsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Lexicons lexicons(String... files) throws IOException {
        for (int n = 0; n < files.length; n++) {
            Files.writeString(folder.resolve(n + ".yaml"), files[n]);
        }
        return Lexicons.load(folder);
    }

    @Test
    void endingsFollowTheVowelsAndTheLastConsonant() throws IOException {
        Lexicons lexicons =
                lexicons("language: tr\nlists:\n  - {name: beasts, terms: [köpek/noun, yılan/noun]}\n", TURKISH);
        assertThat(lexicons.list("tr", "beasts").orElseThrow().firstWords())
                .containsExactlyInAnyOrder(
                        "köpek", "köpektir", "köpekler", "köpekleri", "yılan", "yılandır", "yılanlar", "yılanları");
    }

    @Test
    void aListTakesOnlyTheFormsItAsksFor() throws IOException {
        Lexicons lexicons = lexicons(
                "language: tr\nlists:\n  - {name: beasts, forms: [plural], terms: [köpek/noun, haşere]}\n", TURKISH);
        assertThat(lexicons.list("tr", "beasts").orElseThrow().firstWords())
                .containsExactlyInAnyOrder("köpekler", "haşere");
    }

    @Test
    void aNounOfAGroupGivesItsSingularAndItsPlural() throws IOException {
        Lexicons lexicons =
                lexicons(TURKISH, "language: tr\ngroups:\n  - {id: v, kind: people, noun: [Velmari/noun]}\n");
        Group group = lexicons.groups("tr").get(0);
        assertThat(group.singular()).containsExactly("Velmari", "Velmaridir");
        assertThat(group.plural()).containsExactly("Velmariler", "Velmarileri");
    }

    @Test
    void anUnknownParadigmIsNamedWithItsPlace() {
        assertThatThrownBy(() -> lexicons(TURKISH, "language: tr\nlists:\n  - {name: b, terms: [köpek/nuon]}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1.yaml:3")
                .hasMessageContaining("nuon")
                .hasMessageContaining("noun");
    }

    @Test
    void spellingsOfALanguageFoldToOne() {
        assertThat(Folding.fold("Тараканьё", "ru")).isEqualTo(Folding.fold("тараканье\u0301", "ru"));
        assertThat(Folding.fold("ԱՌՆԵՏՆԵ՛Ր", "hy")).isEqualTo("առնետներ");
        assertThat(Folding.fold("IŞIK", "tr")).isEqualTo("ışık");
        assertThat(Folding.term("qu’ils", "fr")).containsExactly("qu'", "ils");
        assertThat(Folding.term("aujourd’hui", "fr")).containsExactly("aujourd'hui");
    }
}
