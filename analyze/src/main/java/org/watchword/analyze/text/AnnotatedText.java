package org.watchword.analyze.text;

import java.util.List;
import org.watchword.model.Entity;

/**
 * A text with its sentences and names.
 *
 * @param text the original, untouched
 * @param language BCP 47 tag; {@code und} when it could not be told
 * @param sentences in order, not overlapping
 * @param entities in order of start, not overlapping
 */
public record AnnotatedText(String text, String language, List<Sentence> sentences, List<Entity> entities) {

    public AnnotatedText {
        sentences = List.copyOf(sentences);
        entities = List.copyOf(entities);
    }
}
