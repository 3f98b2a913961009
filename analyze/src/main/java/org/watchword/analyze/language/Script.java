package org.watchword.analyze.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the script alone says about the language of a text. */
public final class Script {

    /** Scripts of living press languages that write nothing else. */
    private static final Map<UnicodeScript, String> CERTAIN = Map.of(
            UnicodeScript.ARMENIAN, "hy",
            UnicodeScript.GEORGIAN, "ka",
            UnicodeScript.GREEK, "el",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.THAI, "th",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.KHMER, "km",
            UnicodeScript.LAO, "lo");

    private Script() {}

    /** The language when more than half of the letters are of a script that only it uses. */
    public static Optional<String> language(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (Character.isLetter(point)) {
                letters++;
                counts.merge(UnicodeScript.of(point), 1, Integer::sum);
            }
        }
        int half = letters / 2;
        return CERTAIN.entrySet().stream()
                .filter(e -> counts.getOrDefault(e.getKey(), 0) > half)
                .map(e -> e.getValue())
                .findFirst();
    }

    /** Number of letters in the text, in code points. */
    public static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }
}
