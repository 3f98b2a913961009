package org.watchword.analyze.quote;

import org.watchword.model.AttributionMethod;
import org.watchword.model.QuoteKind;

/** How often an attribution of a kind is right. */
final class Confidence {

    private Confidence() {}

    static double of(AttributionMethod method, QuoteKind kind) {
        return method == AttributionMethod.BESIDE && kind == QuoteKind.DIRECT ? 0.85 : 0.7;
    }
}
