package org.watchword.analyze.text;

import org.jspecify.annotations.Nullable;

/**
 * Finds language, sentences, tokens and names in a text. An instance belongs to one thread, because the models behind it keep state
 * while they work.
 */
public interface Annotator {

    /**
     * Annotates a text. An empty text gets an empty answer; a text with broken surrogates is annotated around them.
     *
     * @param language BCP 47 tag when it is known for certain; null has it detected
     */
    AnnotatedText annotate(String text, @Nullable String language);
}
