package org.watchword.analyze.quote;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a language announces speech.
 *
 * @param marks opening and closing marks, in order of precedence
 * @param dashes whether a dash at the head of a paragraph opens a turn of speech
 * @param speech lemmas that announce speech by themselves
 * @param clause lemmas that announce speech or thought only with a clause
 * @param infinitive lemmas that announce it with an infinitive
 * @param naming lemmas that quote by characterising
 * @param forms surface forms that announce speech, for a language without a tagger
 * @param according phrases that stand before a source
 * @param texts things that hold words and are nobody, singular
 * @param pronouns what each pronoun tells of its person: {@code male}, {@code female} or {@code other}
 */
record QuoteLanguage(
        List<Marks> marks,
        boolean dashes,
        Set<String> speech,
        Set<String> clause,
        Set<String> infinitive,
        Set<String> naming,
        Set<String> forms,
        Set<String> according,
        Set<String> texts,
        Map<String, String> pronouns) {

    /** A pair of quotation marks. */
    record Marks(String open, String close) {

        boolean straight() {
            return open.equals(close);
        }
    }

    /** Marks only: all that a language nobody has described offers. */
    static QuoteLanguage undescribed() {
        List<Marks> marks = List.of(
                new Marks("\u201C", "\u201D"),
                new Marks("\u00AB", "\u00BB"),
                new Marks("\u201E", "\u201C"),
                new Marks("\"", "\""));
        return new QuoteLanguage(
                marks, false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());
    }
}
