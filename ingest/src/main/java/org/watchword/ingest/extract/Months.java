package org.watchword.ingest.extract;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.watchword.model.LowerCase;

/** Names of the months in the languages of the press, as the platform's locale data (CLDR) spells them. */
final class Months {

    /** In this order a name that two languages use for different months is decided, unless the page names its language. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "tr", "pl", "cs", "sv", "da", "no", "fi", "hu", "ro",
            "el", "hy", "ka", "az", "bg", "sr", "sr-Latn", "hr", "sk", "sl", "sq", "lt", "lv", "et", "id", "ms", "vi",
            "ar", "fa", "he", "ca", "eu", "gl", "is", "be", "mk", "kk", "uz", "hi", "sw", "bs", "lb", "ky", "tg", "tk",
            "ku", "ur", "mn", "az-Cyrl", "uz-Cyrl");

    /** Stands for the space in a month of two words; a letter, so that the name is one word. */
    static final char JOINT = 'ـ';

    private static final Map<String, Integer> OWN = Map.ofEntries(
            Map.entry("sept", 9),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
            Map.entry("jänner", 1),
            Map.entry("jan", 1),
            Map.entry("maerz", 3),
            Map.entry("setiembre", 9),
            Map.entry("ene", 1),
            // The Levant and Iraq.
            Map.entry("كانونـالثاني", 1),
            Map.entry("شباط", 2),
            Map.entry("آذار", 3),
            Map.entry("نيسان", 4),
            Map.entry("أيار", 5),
            Map.entry("حزيران", 6),
            Map.entry("تموز", 7),
            Map.entry("آب", 8),
            Map.entry("أيلول", 9),
            Map.entry("تشرينـالأول", 10),
            Map.entry("تشرينـالثاني", 11),
            Map.entry("كانونـالأول", 12),
            // The Maghreb.
            Map.entry("جانفي", 1),
            Map.entry("فيفري", 2),
            Map.entry("أفريل", 4),
            Map.entry("ماي", 5),
            Map.entry("جوان", 6),
            Map.entry("جويلية", 7),
            Map.entry("يوليوز", 7),
            Map.entry("أوت", 8),
            Map.entry("غشت", 8),
            Map.entry("شتنبر", 9),
            Map.entry("نونبر", 11),
            Map.entry("دجنبر", 12));

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
        if (own == null && language.equals("he") && name.startsWith("ב")) {
            own = byLanguage.getOrDefault(language, Map.of()).get(name.substring(1));
        }
        return own != null ? own : any.getOrDefault(name, 0);
    }

    private static String fold(String name) {
        String lower = LowerCase.of(name.replace("İ", "i").replace("I", "i"))
                .replace("ı", "i")
                .replace("\u0654", "");
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
