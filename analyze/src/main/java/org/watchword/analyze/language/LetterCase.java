package org.watchword.analyze.language;

import org.watchword.model.LowerCase;

/** Lower case as a language writes it: in Turkish and Azerbaijani {@code I} becomes {@code ı} and {@code İ} becomes {@code i}. */
public final class LetterCase {

    private LetterCase() {}

    /** @param language BCP 47 tag */
    public static String lower(String word, String language) {
        if (isTurkic(language)) {
            return LowerCase.of(
                    word.replace("I\u0307", "i").replace('I', '\u0131').replace('\u0130', 'i'));
        }
        // Outside Turkic languages a dotted capital I would leave a combining dot behind, and the word would never be
        // found.
        return LowerCase.of(word.replace('\u0130', 'i'));
    }

    private static boolean isTurkic(String language) {
        return language.equals("tr")
                || language.equals("az")
                || language.startsWith("tr-")
                || language.startsWith("az-");
    }
}
