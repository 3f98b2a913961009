package org.watchword.analyze.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.ConfigException;

class CorrectionNotesTest {

    private static final CorrectionNotes NOTES = CorrectionNotes.of(Set.of("Correction", "this article was amended"));

    @Test
    void aNoteAddedAtTheBeginningOfALineIsSeen() {
        assertThat(note("Rain fell.", "Rain fell.\n\n• CORRECTION: it was snow."))
                .contains("• CORRECTION: it was snow.");
        assertThat(note("Rain fell.", "Snow fell.\n\nThis article was amended on 3 May.\n\nMore."))
                .contains("This article was amended on 3 May.");
    }

    @Test
    void aNoteThatWasThereBeforeOrAWordInASentenceIsNone() {
        assertThat(note("Correction: it was snow.\n\nRain fell.", "Correction: it was snow.\n\nSnow fell."))
                .isEmpty();
        assertThat(note(
                        "Rain fell.",
                        "Rain fell. The minister, asked about it later, refused any correction of his words."))
                .isEmpty();
        assertThat(note("Rain fell.", "Rain fell.\n\nCorrectional officers came."))
                .isEmpty();
    }

    @Test
    void everyLanguagesPhrasesAreRead(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("xx"));
        Files.writeString(folder.resolve("xx/corrections.yaml"), "- Поправка\n");

        CorrectionNotes notes = CorrectionNotes.load(folder);

        String later = "Дождь.\n\nПоправка: шёл снег.";
        assertThat(notes.in(later, TextDifference.between("Дождь.", later).edits()))
                .contains("Поправка: шёл снег.");
    }

    @Test
    void aFileThatIsNoListOfPhrasesIsNamed(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("xx"));
        Files.writeString(folder.resolve("xx/corrections.yaml"), "- [a]\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CorrectionNotes.load(folder))
                .withMessageContaining("corrections.yaml");
    }

    @Test
    void anEmojiMayStandAnywhereAndAMistakeHasItsPlace(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("xx"));
        for (int blanks = 1000; blanks < 1035; blanks++) {
            Files.writeString(
                    folder.resolve("xx/corrections.yaml"), "#" + " ".repeat(blanks) + "\n- 😀😀😀😀\n- [a]\n");
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> CorrectionNotes.load(folder))
                    .withMessageContaining("corrections.yaml:3:3: expected text");
        }
    }

    private static Optional<String> note(String from, String to) {
        return NOTES.in(to, TextDifference.between(from, to).edits());
    }
}
