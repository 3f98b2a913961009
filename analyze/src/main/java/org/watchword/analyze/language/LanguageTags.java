package org.watchword.analyze.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.watchword.model.LowerCase;

/** From three-letter codes (ISO 639-3) to the shortest tags of BCP 47. */
public final class LanguageTags {

    /** Members of a macrolanguage whose own code nobody writes in a page's {@code lang}. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("arb", "ar"),
            Map.entry("azj", "az"),
            Map.entry("azb", "az"),
            Map.entry("cmn", "zh"),
            Map.entry("ekk", "et"),
            Map.entry("khk", "mn"),
            Map.entry("lvs", "lv"),
            Map.entry("nob", "no"),
            Map.entry("nno", "no"),
            Map.entry("npi", "ne"),
            Map.entry("pes", "fa"),
            Map.entry("prs", "fa"),
            Map.entry("plt", "mg"),
            Map.entry("swh", "sw"),
            Map.entry("uzn", "uz"),
            Map.entry("ydd", "yi"),
            Map.entry("zlm", "ms"),
            Map.entry("zsm", "ms"),
            Map.entry("pbu", "ps"),
            Map.entry("ckb", "ckb"),
            Map.entry("kmr", "ku"),
            Map.entry("als", "sq"),
            Map.entry("gug", "gn"),
            Map.entry("quz", "qu"));

    private static final Map<String, String> TWO_LETTERS = twoLetters();

    private LanguageTags() {}

    /** The BCP 47 tag of an ISO 639-3 code; the code itself when it has no shorter one. */
    public static String fromIso3(String code) {
        String member = MEMBERS.get(code);
        return member != null ? member : TWO_LETTERS.getOrDefault(code, code);
    }

    /** The language part of a tag, in lower case: {@code en} for {@code en-GB} and for {@code en_GB}. */
    public static String primary(String tag) {
        String lower = LowerCase.of(tag.strip()).replace('_', '-');
        int dash = lower.indexOf('-');
        return dash < 0 ? lower : lower.substring(0, dash);
    }

    private static Map<String, String> twoLetters() {
        Map<String, String> tags = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            try {
                tags.put(Locale.forLanguageTag(two).getISO3Language(), two);
            } catch (MissingResourceException e) {
                // The JDK lists a few two-letter codes without a three-letter one; such a language keeps its own code.
                continue;
            }
        }
        return Map.copyOf(tags);
    }
}
