package org.watchword.analyze.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.watchword.model.AttributionMethod;
import org.watchword.model.QuoteKind;

/**
 * Source, cue and content as token ranges of one passage.
 *
 * @param parts the content's pieces in order; one unless the reporter interrupts it
 * @param cue absent for words that merely go on
 * @param source absent when the words do not name one
 * @param antecedent what a source that is a relative pronoun stands for
 */
record Attribution(
        List<TokenRange> parts,
        QuoteKind kind,
        @Nullable TokenRange cue,
        @Nullable TokenRange source,
        @Nullable TokenRange antecedent,
        AttributionMethod method,
        Confidence.Tie tie) {

    Attribution {
        parts = List.copyOf(parts);
    }

    int from() {
        return parts.get(0).from();
    }

    int to() {
        return parts.get(parts.size() - 1).to();
    }
}
