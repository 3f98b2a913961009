package org.watchword.bench.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.model.QuoteKind;

class GoldenFileTest {

    private static List<LabelledText> read(Path folder, String content) throws IOException {
        Path file = folder.resolve("golden.txt");
        Files.writeString(file, content);
        return new GoldenFile(file).read();
    }

    @Test
    void marksAreTakenOutAndPiecesOfOneNumberAreOneQuote(@TempDir Path folder) throws IOException {
        LabelledText text = read(folder, """
                # A remark.
                === en harbour
                “{d1 It stays open,}” {s1 Mr. Oren} {c1 said}. “{d1 For good.}”

                {s2 Vale} {c2 said} {m2 it was “{d3 a gift}” to thieves}.

                1 = Daniel Oren
                2 = ?
                """).get(0);
        assertThat(text.text())
                .isEqualTo("“It stays open,” Mr. Oren said. “For good.”\n\nVale said it was “a gift” to thieves.");
        assertThat(text.language()).isEqualTo("en");
        assertThat(text.title()).isEqualTo("harbour");
        LabelledQuote first = text.quotes().get(0);
        assertThat(first.parts())
                .extracting(part -> part.in(text.text()))
                .containsExactly("It stays open,", "For good.");
        assertThat(first.speaker().get(0).in(text.text())).isEqualTo("Mr. Oren");
        assertThat(first.name()).isEqualTo("Daniel Oren");
        LabelledQuote outer = text.quotes().get(1);
        assertThat(outer.kind()).isEqualTo(QuoteKind.MIXED);
        assertThat(outer.parts().get(0).in(text.text())).isEqualTo("it was “a gift” to thieves");
        assertThat(outer.name()).isEqualTo(LabelledQuote.OPEN);
        assertThat(text.quotes().get(2).parts().get(0).in(text.text())).isEqualTo("a gift");
    }

    @Test
    void aSourceWithoutWordsSaysNothing(@TempDir Path folder) throws IOException {
        assertThat(read(folder, "=== en unions\n{s1 The unions} {c1 disagreed}.\n")
                        .get(0)
                        .quotes())
                .isEmpty();
    }

    @Test
    void aBrokenMarkNamesFileAndLine(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(folder, "=== en a\nNothing.\n=== en b\n“{d1 It stays open,” Oren said.\n"))
                .withMessageContaining("golden.txt: text at line 3: {d1 is not closed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(folder, "=== en a\n{x1 It stays open}\n"))
                .withMessageContaining("a mark that is not understood");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(folder, "=== en a\n“{d1 It stays open,}” Oren said.\n\n2 = Oren\n"))
                .withMessageContaining("there is no quote 2");
    }
}
