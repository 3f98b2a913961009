package org.watchword.bench.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.model.AttributionMethod;
import org.watchword.model.Quote;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

class MatchingTest {

    private static Quote found(int start, int end) {
        return new Quote(start, end, List.of(), QuoteKind.DIRECT, null, null, AttributionMethod.NONE, 0);
    }

    private static LabelledQuote marked(Span... parts) {
        return new LabelledQuote(List.of(parts), QuoteKind.DIRECT, List.of(), List.of(), null);
    }

    @Test
    void halfOfBothContentsMustBeShared() {
        LabelledQuote label = marked(new Span(0, 10));
        assertThat(new Matching(List.of(label), List.of(found(0, 20))).isFound(label))
                .isTrue();
        assertThat(new Matching(List.of(label), List.of(found(0, 21))).isFound(label))
                .isFalse();
    }

    @Test
    void eachIsMatchedOnceAndTheBestOverlapGoesFirst() {
        LabelledQuote label = marked(new Span(0, 10));
        Quote best = found(0, 9);
        Quote other = found(0, 12);
        Matching matching = new Matching(List.of(label), List.of(other, best));
        assertThat(matching.isRight(best)).isTrue();
        assertThat(matching.isRight(other)).isFalse();
    }

    @Test
    void whatTheReporterPutsBetweenPiecesIsNoContent() {
        LabelledQuote label = marked(new Span(0, 10), new Span(100, 110));
        Quote joined = new Quote(
                0,
                110,
                List.of(new Span(0, 10), new Span(100, 110)),
                QuoteKind.DIRECT,
                null,
                null,
                AttributionMethod.NONE,
                0);
        assertThat(new Matching(List.of(label), List.of(joined)).isFound(label)).isTrue();
        assertThat(new Matching(List.of(label), List.of(found(0, 110))).isFound(label))
                .isFalse();
    }
}
