package org.watchword.analyze.quote;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.watchword.analyze.lexicon.Inflection;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/**
 * The verbs that announce speech or thought, by any of their English forms. The listed verb of a known form goes before the
 * lemmatizer's answer, which is a guess for a form it was not trained on ("shouted" → "shoute"). Immutable.
 */
final class CueVerbs {

    private static final Pattern DOUBLED = Pattern.compile("[^aeiou][aeiou][bdgklmnprt]$");

    private final QuoteLanguage language;
    private final Map<String, String> byForm = new HashMap<>();
    private final Map<String, Set<String>> prepositions;
    private final Map<String, Set<String>> particles;

    CueVerbs(QuoteLanguage language) {
        this.language = language;
        prepositions = pairs(language.words(WordClass.PREPOSITION));
        particles = pairs(language.words(WordClass.PARTICLE));
        Stream.of(
                        language.words(WordClass.SPEECH),
                        language.words(WordClass.CLAUSE),
                        language.words(WordClass.INFINITIVE),
                        language.words(WordClass.CHARGE),
                        language.words(WordClass.NAMING),
                        language.words(WordClass.OBJECT),
                        prepositions.keySet(),
                        particles.keySet())
                .flatMap(Set::stream)
                .forEach(verb -> forms(verb).forEach(form -> byForm.putIfAbsent(form, verb)));
    }

    /** All forms, the last letter of a short verb also doubled: "shrugged", "quipped". A form that does not exist matches nothing. */
    private static Set<String> forms(String verb) {
        Set<String> forms = new HashSet<>(Inflection.any(verb));
        if (DOUBLED.matcher(verb).find()) {
            String stem = verb + verb.charAt(verb.length() - 1);
            forms.add(stem + "ed");
            forms.add(stem + "ing");
        }
        return forms;
    }

    private static Map<String, Set<String>> pairs(Set<String> phrases) {
        Map<String, Set<String>> pairs = new HashMap<>();
        for (String phrase : phrases) {
            int space = phrase.indexOf(' ');
            pairs.computeIfAbsent(phrase.substring(0, space), verb -> new HashSet<>())
                    .add(phrase.substring(space + 1));
        }
        return pairs;
    }

    /** The dictionary form of a verb. */
    String lemma(Token verb) {
        return byForm.getOrDefault(LowerCase.of(verb.surface()), verb.lemma());
    }

    boolean is(WordClass kind, String lemma) {
        return language.words(kind).contains(lemma);
    }

    /** Whether the verb announces speech by itself. */
    boolean isSpeech(Token verb) {
        return is(WordClass.SPEECH, lemma(verb));
    }

    /** Whether the verb announces speech or thought in any way. */
    boolean isCue(Token verb) {
        String lemma = lemma(verb);
        return is(WordClass.SPEECH, lemma)
                || is(WordClass.CLAUSE, lemma)
                || is(WordClass.INFINITIVE, lemma)
                || is(WordClass.CHARGE, lemma)
                || is(WordClass.NAMING, lemma)
                || is(WordClass.OBJECT, lemma)
                || prepositions.containsKey(lemma)
                || particles.containsKey(lemma);
    }

    /** "Call for", "accuse of": whether the preposition opens what the verb announces. */
    boolean takes(String lemma, Token preposition) {
        return prepositions.getOrDefault(lemma, Set.of()).contains(preposition.lemma());
    }

    /** "Point out", "go on": whether the two are one verb. */
    boolean isPhrasal(String lemma, Token particle) {
        return particles.getOrDefault(lemma, Set.of()).contains(particle.lemma());
    }
}
