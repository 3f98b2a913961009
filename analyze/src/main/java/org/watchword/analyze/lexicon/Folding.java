package org.watchword.analyze.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes spellings comparable: composed form (NFC), lower case by the language (Turkish and Azerbaijani ı/i), plain apostrophe. */
public final class Folding {

    private Folding() {}

    /** @param language BCP 47 tag */
    public static String fold(String word, String language) {
        String composed = Normalizer.isNormalized(word, Normalizer.Form.NFC)
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFC);
        String plain = composed.replace('’', '\'').replace('ʼ', '\'');
        boolean dotless = language.startsWith("tr") || language.startsWith("az");
        return plain.toLowerCase(dotless ? Locale.forLanguageTag("tr") : Locale.ROOT);
    }

    /** The words of a term, folded, split at white space, with an English contraction's tail and a hyphen's parts as tokenizers have them. */
    static List<String> term(String term, String language) {
        List<String> words = new ArrayList<>();
        for (String word : term.strip().split("\\s+")) {
            words.add(fold(word, language));
        }
        return words;
    }
}
