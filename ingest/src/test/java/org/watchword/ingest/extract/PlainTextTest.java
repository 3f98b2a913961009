package org.watchword.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void whiteSpaceBecomesOneSpace() {
        assertThat(PlainText.line(" a\t\n b\u00A0\u2009c\u3000 ")).isEqualTo("a b c");
    }

    @Test
    void invisibleJunkGoes() {
        assertThat(PlainText.line("pas\u00ADsen\u200Bger\uFEFF\u2060s")).isEqualTo("passengers");
        assertThat(PlainText.line("a\uD800b\uDC00c")).isEqualTo("abc");
    }

    @Test
    void whatCanBeSeenStays() {
        String text = "می\u200Cخواهم 👩\u200D👧 e\u0301 İIıi ﬁ № Հայ";
        assertThat(PlainText.line(text)).isEqualTo(text);
    }

    @Test
    void normalizingTwiceChangesNothing() {
        var random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            var text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                text.append((char) random.nextInt(0x10000));
            }
            String once = PlainText.line(text);
            assertThat(PlainText.line(once)).as("round %d", n).isEqualTo(once);
        }
    }
}
