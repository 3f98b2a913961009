package org.watchword.analyze.text;

import org.watchword.model.Span;

/**
 * A word, number or mark.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last unit
 * @param surface the word as it stands
 * @param lemma dictionary form in lower case; the folded surface where the language has no lemmatizer
 * @param pos Universal Dependencies part of speech ({@code NOUN}, {@code VERB}, {@code PUNCT} …); empty where there is no tagger
 */
public record Token(int start, int end, String surface, String lemma, String pos) {

    public Span span() {
        return new Span(start, end);
    }

    public boolean is(String tag) {
        return pos.equals(tag);
    }
}
