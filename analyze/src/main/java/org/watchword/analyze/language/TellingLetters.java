package org.watchword.analyze.language;

import java.util.List;
import java.util.Optional;

/**
 * Languages that their letters give away, where a statistical model takes them for a relative: it has not learned them, or not in this
 * script. All the letters asked for must be frequent, each in its own measure.
 */
public final class TellingLetters {

    private static final List<Language> LANGUAGES = List.of(
            // Nothing else in the press writes the Latin schwa, and Azerbaijani has it in nearly every second word.
            new Language("az", new Letters("\u0259\u018F", 20)),
            // In Cyrillic, as it was written until the nineties: schwa goes with che, ka of a vertical stroke, or je.
            new Language("az", new Letters("\u04D9\u04D8", 20), new Letters("\u04B9\u04B8\u049D\u049C\u0458\u0408", 4)),
            // Kurdish in Latin letters: Vietnamese, which has the first, has none of the others.
            new Language("ku", new Letters("\u00EA\u00CA", 10), new Letters("\u00EE\u00CE\u00FB\u00DB", 10)),
            // Turkmen: Czech and Icelandic, which have the first, have no cedilla.
            new Language("tk", new Letters("\u00FD\u00DD", 10), new Letters("\u015F\u015E", 5)));

    private TellingLetters() {}

    /** The language whose telling letters are frequent in the text; empty for most texts. */
    public static Optional<String> language(String text) {
        int letters = Script.letters(text);
        return LANGUAGES.stream()
                .filter(l -> l.isTold(text, letters))
                .map(Language::tag)
                .findFirst();
    }

    /** @param perMille the least share of all letters that these have together, in thousandths */
    private record Letters(String letters, int perMille) {

        boolean areFrequent(String text, int all) {
            long found = text.chars().filter(c -> letters.indexOf(c) >= 0).count();
            return found * 1_000 > (long) perMille * all;
        }
    }

    private record Language(String tag, List<Letters> signs) {

        Language(String tag, Letters... signs) {
            this(tag, List.of(signs));
        }

        boolean isTold(String text, int all) {
            return signs.stream().allMatch(s -> s.areFrequent(text, all));
        }
    }
}
