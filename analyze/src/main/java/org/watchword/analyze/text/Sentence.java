package org.watchword.analyze.text;

import java.util.List;
import org.watchword.model.Span;

/**
 * A sentence and its tokens in order.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last unit
 */
public record Sentence(int start, int end, List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public Span span() {
        return new Span(start, end);
    }
}
