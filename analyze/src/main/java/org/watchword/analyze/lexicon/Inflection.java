package org.watchword.analyze.lexicon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Inflected forms of English words, so that a list written in dictionary form is found even where a lemmatizer errs or none is there.
 * It may make forms that do not exist; those match nothing.
 */
public final class Inflection {

    private static final String VOWELS = "aeiou";
    /** A short vowel between consonants doubles the last: <i>stop, stopped</i>; not <i>act</i>, <i>row</i>, <i>fix</i>. */
    private static final Pattern DOUBLING = Pattern.compile("(?:[^aeiou]+|qu)[aeiou][^aeiouwxy]|.*pel");

    private Inflection() {}

    /** The word itself and its forms as a noun or a verb. */
    public static Set<String> any(String word) {
        Set<String> forms = noun(word);
        forms.addAll(verb(word));
        return forms;
    }

    static Set<String> noun(String word) {
        Set<String> forms = start(word, IrregularWords.ofNoun(word));
        if (forms.size() == 1) {
            forms.add(withS(word));
        }
        return forms;
    }

    static Set<String> verb(String word) {
        Set<String> forms = start(word, IrregularWords.ofVerb(word));
        if (forms.size() == 1) {
            forms.add(withS(word));
            if (word.endsWith("e")) {
                forms.add(word + 'd');
                forms.add(word.substring(0, word.length() - 1) + "ing");
            } else if (consonantY(word)) {
                forms.add(word.substring(0, word.length() - 1) + "ied");
                forms.add(word + "ing");
            } else {
                String stem = doubles(word) ? word + word.charAt(word.length() - 1) : word;
                forms.add(stem + "ed");
                forms.add(stem + "ing");
            }
        }
        return forms;
    }

    private static Set<String> start(String word, List<String> irregular) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        forms.addAll(irregular);
        return forms;
    }

    private static String withS(String word) {
        if (consonantY(word)) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hiss = word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh");
        return word + (hiss ? "es" : "s");
    }

    private static boolean consonantY(String word) {
        return word.length() > 1 && word.endsWith("y") && VOWELS.indexOf(word.charAt(word.length() - 2)) < 0;
    }

    private static boolean doubles(String word) {
        return DOUBLING.matcher(word).matches();
    }
}
