package org.watchword.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The language a page declares, as a BCP 47 tag. Templates declare wrongly; a declaration whose script is not the text's is not
 * believed.
 */
final class DeclaredLanguage {

    private static final Map<String, Character.UnicodeScript> SCRIPTS = Map.ofEntries(
            Map.entry("en", Character.UnicodeScript.LATIN),
            Map.entry("de", Character.UnicodeScript.LATIN),
            Map.entry("fr", Character.UnicodeScript.LATIN),
            Map.entry("es", Character.UnicodeScript.LATIN),
            Map.entry("it", Character.UnicodeScript.LATIN),
            Map.entry("pt", Character.UnicodeScript.LATIN),
            Map.entry("nl", Character.UnicodeScript.LATIN),
            Map.entry("pl", Character.UnicodeScript.LATIN),
            Map.entry("tr", Character.UnicodeScript.LATIN),
            Map.entry("ru", Character.UnicodeScript.CYRILLIC),
            Map.entry("uk", Character.UnicodeScript.CYRILLIC),
            Map.entry("bg", Character.UnicodeScript.CYRILLIC),
            Map.entry("hy", Character.UnicodeScript.ARMENIAN),
            Map.entry("ka", Character.UnicodeScript.GEORGIAN),
            Map.entry("el", Character.UnicodeScript.GREEK),
            Map.entry("he", Character.UnicodeScript.HEBREW),
            Map.entry("ar", Character.UnicodeScript.ARABIC),
            Map.entry("fa", Character.UnicodeScript.ARABIC),
            Map.entry("th", Character.UnicodeScript.THAI),
            Map.entry("ko", Character.UnicodeScript.HANGUL));

    /** Code points. */
    private static final int MOST_READ = 4_000;

    private static final int LEAST_LETTERS = 40;
    private static final double LEAST_SHARE = 0.4;

    private DeclaredLanguage() {}

    static @Nullable String of(PageFacts page) {
        List<Element> roots = page.elements().tagged("html");
        Element html = roots.isEmpty() ? null : roots.get(0);
        String[] declared = {
            html == null ? "" : html.attr("lang").isEmpty() ? html.attr("xml:lang") : html.attr("lang"),
            JsonLd.text(page.article(), "inLanguage"),
            page.meta()
                    .first(
                            "og:locale",
                            "content-language",
                            "language",
                            "dc.language",
                            "dcterms.language",
                            "inlanguage"),
            page.html().body().attr("lang"),
        };
        for (String one : declared) {
            String tag = tag(one);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    /** The tag, unless the text is written in a script that language is not. */
    static @Nullable String checked(@Nullable String tag, String text) {
        if (tag == null) {
            return null;
        }
        Character.UnicodeScript expected = SCRIPTS.get(tag.split("-", 2)[0]);
        return expected == null || tag.length() > 6 || fits(expected, text) ? tag : null;
    }

    private static boolean fits(Character.UnicodeScript expected, String text) {
        int all = 0;
        int expectedOnes = 0;
        int at = 0;
        for (int read = 0; read < MOST_READ && at < text.length(); read++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetter(c)) {
                all++;
                expectedOnes += Character.UnicodeScript.of(c) == expected ? 1 : 0;
            }
        }
        return all < LEAST_LETTERS || expectedOnes > all * LEAST_SHARE;
    }

    private static @Nullable String tag(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String first = raw.split("[,;\\s]", 2)[0].replace('_', '-');
        String tag = Locale.forLanguageTag(first).toLanguageTag();
        return tag.equals("und") || !tag.matches("[a-z]{2,3}(?:-.*)?") ? null : tag;
    }
}
