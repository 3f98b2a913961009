package org.watchword.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchword.model.Span;

class HighlightingTest {

    private static List<Span> spans(String text, String marked) {
        return Highlighting.spans(text, Map.of("text", List.of(marked)));
    }

    @Test
    void markersBecomeSpansInUtf16Units() {
        assertThat(spans("🐀 rats and Rats", "🐀 \uE000rats\uE001 and \uE000Rats\uE001"))
                .containsExactly(new Span(3, 7), new Span(12, 16));
    }

    @Test
    void markersThatStandInTheTextItselfDoNotShiftAnything() {
        assertThat(spans("a\uE000b rats", "a\uE000b \uE000rats\uE001")).containsExactly(new Span(4, 8));
    }

    @Test
    void anotherTextGivesNoSpans() {
        assertThat(spans("mice", "\uE000rats\uE001")).isEmpty();
        assertThat(Highlighting.spans("mice", Map.of())).isEmpty();
    }

    @Test
    void aPassageIsItsWordsWithoutTheMarks() {
        DocumentHit.Passage passage =
                Highlighting.passage("they " + Highlighting.OPEN + "know" + Highlighting.CLOSE + " 🦊.");

        assertThat(passage.text()).isEqualTo("they know 🦊.");
        assertThat(passage.highlights()).containsExactly(new Span(5, 9));
    }
}
