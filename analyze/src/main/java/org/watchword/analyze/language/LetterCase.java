package org.watchword.analyze.language;

import java.util.Locale;

/** Lower case as a language writes it: in Turkish and Azerbaijani {@code I} becomes {@code ı} and {@code İ} becomes {@code i}. */
public final class LetterCase {

    private static final Locale TURKIC = Locale.forLanguageTag("tr");

    private LetterCase() {}

    /** @param language BCP 47 tag */
    public static String lower(String word, String language) {
        if (isTurkic(language)) {
            return word.toLowerCase(TURKIC);
        }
        // Outside Turkic languages a dotted capital I would leave a combining dot behind, and the word would never be
        // found.
        return word.indexOf('\u0130') < 0
                ? word.toLowerCase(Locale.ROOT)
                : word.replace('\u0130', 'i').toLowerCase(Locale.ROOT);
    }

    private static boolean isTurkic(String language) {
        return language.equals("tr")
                || language.equals("az")
                || language.startsWith("tr-")
                || language.startsWith("az-");
    }
}
