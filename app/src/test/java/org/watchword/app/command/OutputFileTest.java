package org.watchword.app.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.app.line.LineException;

class OutputFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> OutputFile.requireFolder(missing.resolve("a.csv")))
                .withMessage(missing.resolve("a.csv") + " cannot be written: there is no folder " + missing);
        assertThatCode(() -> OutputFile.requireFolder(folder.resolve("a.csv"))).doesNotThrowAnyException();
        assertThatCode(() -> OutputFile.requireFolder(Path.of("a.csv"))).doesNotThrowAnyException();
    }
}
