package org.watchword.desk.timeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Where words stand in the text of their page, as the W3C Web Annotation Data Model counts: in code points.
 *
 * @param start first code point
 * @param end one past the last
 * @param prefix what stands before them
 * @param suffix what stands behind them
 */
@JsonPropertyOrder({"start", "end", "prefix", "suffix"})
public record Anchor(int start, int end, String prefix, String suffix) {

    /** Code points of context on either side. */
    static final int CONTEXT = 32;

    /**
     * The anchor of a stretch of a text.
     *
     * @param start first UTF-16 unit
     * @param end one past the last
     */
    static Anchor of(String text, int start, int end) {
        int first = text.codePointCount(0, start);
        int words = text.codePointCount(start, end);
        int before = Math.min(CONTEXT, first);
        int behind = Math.min(CONTEXT, text.codePointCount(end, text.length()));
        return new Anchor(
                first,
                first + words,
                text.substring(text.offsetByCodePoints(start, -before), start),
                text.substring(end, text.offsetByCodePoints(end, behind)));
    }
}
