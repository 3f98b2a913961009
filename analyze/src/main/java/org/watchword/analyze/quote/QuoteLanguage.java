package org.watchword.analyze.quote;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a language announces speech.
 *
 * @param marks opening and closing marks, in order of precedence
 * @param dashes whether a dash at the head of a paragraph opens a turn of speech
 * @param words the listed words by what they do, in dictionary form unless the class says otherwise
 * @param pronouns what each pronoun tells of its person: {@code male}, {@code female} or {@code other}
 */
record QuoteLanguage(
        List<Marks> marks, boolean dashes, Map<WordClass, Set<String>> words, Map<String, String> pronouns) {

    QuoteLanguage {
        marks = List.copyOf(marks);
        words = Map.copyOf(words);
        pronouns = Map.copyOf(pronouns);
    }

    /** A pair of quotation marks. */
    record Marks(String open, String close) {

        boolean straight() {
            return open.equals(close);
        }
    }

    /** The listed words of a class; empty where the language lists none. */
    Set<String> words(WordClass kind) {
        return words.getOrDefault(kind, Set.of());
    }

    /** Marks only: all that a language nobody has described offers. */
    static QuoteLanguage undescribed() {
        List<Marks> marks = List.of(
                new Marks("\u201C", "\u201D"),
                new Marks("\u00AB", "\u00BB"),
                new Marks("\u201E", "\u201C"),
                new Marks("\"", "\""));
        return new QuoteLanguage(marks, false, Map.of(), Map.of());
    }
}
