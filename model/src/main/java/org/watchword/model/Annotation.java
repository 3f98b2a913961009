package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What was found in one text: the answer of {@code watchword annotate}.
 *
 * @param id the document's id
 * @param language BCP 47 tag, detected or given; {@code und} when it could not be told
 * @param sentences sentence spans in order
 * @param entities names in order of start
 * @param quotes quotes in order of start
 * @param statements statements in order of start
 */
@JsonPropertyOrder({"id", "language", "sentences", "entities", "quotes", "statements"})
public record Annotation(
        String id,
        String language,
        List<Span> sentences,
        List<Entity> entities,
        List<Quote> quotes,
        List<Statement> statements) {

    public Annotation {
        sentences = List.copyOf(sentences);
        entities = List.copyOf(entities);
        quotes = List.copyOf(quotes);
        statements = List.copyOf(statements);
    }
}
