package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words inside a document, with PARC's three parts: content, cue, source.
 *
 * @param start first UTF-16 unit of the content, without the quotation mark
 * @param end one past the last unit of the content, without the closing mark
 * @param kind how the words are given
 * @param cue the announcing words, when there are any
 * @param speaker the words that say who said it; absent when the text has none
 * @param confidence 0 to 1: how sure the attribution is; 0 without a speaker
 */
@JsonPropertyOrder({"start", "end", "kind", "cue", "speaker", "confidence"})
public record Quote(
        int start,
        int end,
        QuoteKind kind,
        @Nullable CueSpan cue,
        @Nullable Mention speaker,
        double confidence) {

    public Span span() {
        return new Span(start, end);
    }
}
