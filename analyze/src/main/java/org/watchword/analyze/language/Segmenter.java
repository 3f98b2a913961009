package org.watchword.analyze.language;

import java.util.List;
import org.watchword.model.Span;

/** Cuts a text into sentences and a sentence into words. An instance belongs to one thread. */
public interface Segmenter {

    /** Sentences in order, not overlapping, without white space at either end; a line break always ends one. */
    List<Span> sentences(String text);

    /** Words, numbers and marks of one sentence in order, not overlapping, without white space. */
    List<Span> words(String text, Span sentence);
}
