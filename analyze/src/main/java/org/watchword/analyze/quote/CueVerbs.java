package org.watchword.analyze.quote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.analyze.lexicon.Inflection;
import org.watchword.analyze.text.Token;

/**
 * The verbs that announce speech, by any of their English forms. The listed verb of a known form goes before the lemmatizer's answer,
 * which is a guess for a form it was not trained on ("shouted" → "shoute"). Immutable.
 */
final class CueVerbs {

    private final QuoteLanguage language;
    private final Map<String, String> byForm = new HashMap<>();

    CueVerbs(QuoteLanguage language) {
        this.language = language;
        Stream.of(language.speech(), language.clause(), language.infinitive(), language.naming())
                .flatMap(Set::stream)
                .forEach(verb -> Inflection.any(verb).forEach(form -> byForm.putIfAbsent(form, verb)));
    }

    /** The dictionary form of a verb. */
    String lemma(Token verb) {
        return byForm.getOrDefault(verb.surface().toLowerCase(Locale.ROOT), verb.lemma());
    }

    /** Whether the verb announces speech by itself. */
    boolean isSpeech(Token verb) {
        return language.speech().contains(lemma(verb));
    }

    /** Whether the verb announces speech or thought in any way. */
    boolean isCue(Token verb) {
        String lemma = lemma(verb);
        return language.speech().contains(lemma)
                || language.clause().contains(lemma)
                || language.infinitive().contains(lemma)
                || language.naming().contains(lemma);
    }
}
