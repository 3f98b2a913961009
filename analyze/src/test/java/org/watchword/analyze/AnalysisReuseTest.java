package org.watchword.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.watchword.model.Analysis;
import org.watchword.model.Document;

class AnalysisReuseTest {

    private static final String TEXT = "Tesk spoke. “The Velmari are rats.” He went on: “We shall talk 😀.”";

    private final AnalysisReuse reuse = new AnalysisReuse(1 << 20);

    @Test
    void reusedAnalysisIsWhatAnalysingAgainWouldGive() {
        reuse.keep(TestingAnalysis.analyzer().analyze(document("a", TEXT, "en", null)), "");
        Document copy = document("b", TEXT, "en", null);

        Analysis anew = TestingAnalysis.analyzer().analyze(copy);
        assertThat(anew.annotation().statements()).isNotEmpty();
        assertThat(reuse.of(copy)).contains(anew);
    }

    @Test
    void otherInputsAreAnalysedOnTheirOwn() {
        reuse.keep(TestingAnalysis.analyzer().analyze(document("a", TEXT, "en", null)), "");

        assertThat(reuse.of(document("b", TEXT + " ", "en", null))).isEmpty();
        assertThat(reuse.of(document("b", TEXT, "de", null))).isEmpty();
        assertThat(reuse.of(document("b", TEXT, null, null))).isEmpty();
        assertThat(reuse.of(document("b", TEXT, "en", "Orlan Tesk"))).isEmpty();
    }

    @Test
    void memoryIsBoundedAndTheOldestGoesFirst() {
        AnalysisReuse small = new AnalysisReuse(3_000);
        for (int i = 0; i < 100; i++) {
            small.keep(TestingAnalysis.analyzer().analyze(document("a", TEXT + i, "en", null)), "");
        }

        assertThat(small.of(document("b", TEXT + 0, "en", null))).isEmpty();
        assertThat(small.of(document("b", TEXT + 99, "en", null))).isPresent();
    }

    @Test
    void nothingIsKeptWhenTurnedOff() {
        AnalysisReuse off = new AnalysisReuse(0);
        off.keep(TestingAnalysis.analyzer().analyze(document("a", TEXT, "en", null)), "");

        assertThat(off.of(document("b", TEXT, "en", null))).isEmpty();
    }

    @Test
    void halfACharacterIsAnalysedAgain() {
        String text = "Tesk said: “We shall \ud83d talk.”";
        Analysis first = TestingAnalysis.analyzer().analyze(document("a", text, "en", null));
        reuse.keep(first, "");

        assertThat(reuse.of(document("a", text, "en", null)).orElse(first)).isEqualTo(first);
    }

    private static Document document(String name, String text, @Nullable String language, @Nullable String speaker) {
        return TestingPage.named(name).spoken(text, language, speaker, Instant.parse("2026-10-05T12:00:00Z"));
    }

    @Test
    void otherRulesMakeEverythingForgotten() {
        Analysis analysis = TestingAnalysis.analyzer().analyze(document("a", TEXT, "en", null));
        reuse.keep(analysis, "");
        reuse.under("2");
        assertThat(reuse.of(document("b", TEXT, "en", null))).isEmpty();

        reuse.keep(analysis, "");
        assertThat(reuse.of(document("b", TEXT, "en", null))).isEmpty();
        reuse.keep(analysis, "2");
        assertThat(reuse.of(document("b", TEXT, "en", null))).isPresent();
    }
}
