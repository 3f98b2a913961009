package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words inside a document, with PARC's three parts: content, cue, source.
 *
 * <p>Words that the reporter interrupts (<i>“The gate is shut,” said Oren. “Nobody will open it.”</i>) or that run over several
 * paragraphs are one quote of several parts; {@code start} and {@code end} reach over them all, and only the parts are the speaker's.
 *
 * @param start first UTF-16 unit of the content, without the quotation mark
 * @param end one past the last unit of the content, without the closing mark
 * @param parts the pieces of an interrupted content in order, two at least; empty when the content is of one piece
 * @param kind how the words are given
 * @param cue the announcing words, when there are any
 * @param speaker the words that say who said it; absent when the text has none
 * @param method what ties the words to their speaker
 * @param confidence 0 to 1: how sure the attribution is; 0 without a speaker
 */
@JsonPropertyOrder({"start", "end", "parts", "kind", "cue", "speaker", "method", "confidence"})
public record Quote(
        int start,
        int end,
        List<Span> parts,
        QuoteKind kind,
        @Nullable CueSpan cue,
        @Nullable Mention speaker,
        AttributionMethod method,
        double confidence) {

    /** Records written before there were parts and methods carry neither. */
    @JsonCreator
    @SuppressWarnings("ConstantValue")
    public Quote(
            @JsonProperty("start") int start,
            @JsonProperty("end") int end,
            @JsonProperty("parts") @Nullable List<Span> parts,
            @JsonProperty("kind") QuoteKind kind,
            @JsonProperty("cue") @Nullable CueSpan cue,
            @JsonProperty("speaker") @Nullable Mention speaker,
            @JsonProperty("method") @Nullable AttributionMethod method,
            @JsonProperty("confidence") double confidence) {
        this.start = start;
        this.end = end;
        this.parts = parts == null ? List.of() : List.copyOf(parts);
        this.kind = kind;
        this.cue = cue;
        this.speaker = speaker;
        this.method = method == null ? AttributionMethod.NONE : method;
        this.confidence = confidence;
    }

    public Span span() {
        return new Span(start, end);
    }

    /** Whether these words lie wholly within the speaker's own, and not in what the reporter put between them. */
    public boolean covers(Span words) {
        return parts.isEmpty() ? span().contains(words) : parts.stream().anyMatch(part -> part.contains(words));
    }

    /** How many units of these words are the speaker's own. */
    public int shared(Span words) {
        return parts.isEmpty()
                ? shared(span(), words)
                : parts.stream().mapToInt(part -> shared(part, words)).sum();
    }

    private static int shared(Span part, Span words) {
        return Math.max(0, Math.min(part.end(), words.end()) - Math.max(part.start(), words.start()));
    }
}
