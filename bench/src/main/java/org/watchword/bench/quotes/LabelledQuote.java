package org.watchword.bench.quotes;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.QuoteKind;
import org.watchword.model.Span;

/**
 * A quote as somebody marked it.
 *
 * @param parts pieces of the content in order
 * @param speaker pieces of the words that name who said it; empty when the text has none
 * @param cue pieces of the announcing words
 * @param name the person meant; {@link #OPEN} when the text does not tell; null when nobody judged it
 */
record LabelledQuote(
        List<Span> parts,
        QuoteKind kind,
        List<Span> speaker,
        List<Span> cue,
        @Nullable String name) {

    static final String OPEN = "?";

    LabelledQuote {
        parts = List.copyOf(parts);
        speaker = List.copyOf(speaker);
        cue = List.copyOf(cue);
    }

    BitSet content() {
        return units(parts);
    }

    static BitSet units(List<Span> spans) {
        BitSet units = new BitSet();
        spans.forEach(span -> units.set(span.start(), span.end()));
        return units;
    }
}
