package org.watchword.ingest.extract;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of the months in the languages of the press, as the platform's locale data (CLDR) spells them. */
final class Months {

    /** In this order a name that two languages use for different months is decided, unless the page names its language. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "tr", "pl", "cs", "sv", "da", "no", "fi", "hu", "ro",
            "el", "hy", "ka", "az", "bg", "sr", "hr", "sk", "sl", "sq", "lt", "lv", "et", "id", "ms", "vi", "ar", "fa",
            "he", "ca", "eu", "gl", "is", "be", "mk", "kk", "uz", "hi", "sw", "bs", "lb");

    private static final Map<String, Integer> OWN = Map.ofEntries(
            Map.entry("sept", 9),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
            Map.entry("jänner", 1),
            Map.entry("jan", 1),
            Map.entry("maerz", 3),
            Map.entry("setiembre", 9),
            Map.entry("ene", 1));

    private final Map<String, Map<String, Integer>> byLanguage = new HashMap<>();
    private final Map<String, Integer> any = new HashMap<>(OWN);

    Months() {
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            var names = new HashMap<String, Integer>();
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = fold(month.getDisplayName(style, locale));
                    if (name.length() > 2 && !Character.isDigit(name.charAt(0))) {
                        names.putIfAbsent(name, month.getValue());
                        any.putIfAbsent(name, month.getValue());
                    }
                }
            }
            byLanguage.put(language, names);
        }
    }

    /** Number of the month, 0 for a word that names none. */
    int of(String word, String language) {
        String name = fold(word);
        Integer own = byLanguage.getOrDefault(language, Map.of()).get(name);
        return own != null ? own : any.getOrDefault(name, 0);
    }

    private static String fold(String name) {
        String lower = name.replace("İ", "i")
                .replace("I", "i")
                .toLowerCase(Locale.ROOT)
                .replace("ı", "i");
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
