package org.watchword.analyze.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.watchword.analyze.language.Emoji;
import org.watchword.analyze.language.LetterCase;

/**
 * Makes spellings comparable: composed form (NFC), lower case by the language (Turkish and Azerbaijani ı/i), plain apostrophe; in Russian
 * ё as е and no stress marks, in Armenian no marks of tone within the word and the ligature և as two letters; emoji without what only varies
 * them.
 */
public final class Folding {

    /** French words that lose their vowel before another, as they stand before the apostrophe. */
    private static final Set<String> ELIDED =
            Set.of("l", "d", "n", "s", "c", "j", "m", "t", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu");

    private Folding() {}

    /** @param language BCP 47 tag */
    public static String fold(String word, String language) {
        if (Emoji.is(word)) {
            return Emoji.plain(word);
        }
        String composed = Normalizer.isNormalized(word, Normalizer.Form.NFC)
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFC);
        String plain = composed.replace('’', '\'').replace('ʼ', '\'');
        String small = LetterCase.lower(plain, language);
        if (language.startsWith("ru")) {
            return small.replace('ё', 'е').replace("\u0301", "");
        }
        return language.startsWith("hy") ? armenian(small) : small;
    }

    /** <i>Ոչնչացրե՛ք</i> is <i>ոչնչացրեք</i> said with force. A mark that stands alone stays. */
    private static String armenian(String word) {
        String bare = word.replaceAll("[՛՜՞]", "");
        return bare.isEmpty() ? word : bare.replace("և", "եւ");
    }

    /** Where the second part of an elided word starts (<i>qu'|ils</i>), or -1. */
    static int elision(String folded, String language) {
        if (!language.startsWith("fr")) {
            return -1;
        }
        int apostrophe = folded.indexOf('\'');
        boolean split =
                apostrophe > 0 && apostrophe + 1 < folded.length() && ELIDED.contains(folded.substring(0, apostrophe));
        return split ? apostrophe + 1 : -1;
    }

    /** The words of a term, folded, split at white space and at French elisions. */
    static List<String> term(String term, String language) {
        List<String> words = new ArrayList<>();
        for (String word : term.strip().split("\\s+")) {
            String folded = fold(word, language);
            int second = elision(folded, language);
            if (second > 0) {
                words.add(folded.substring(0, second));
            }
            words.add(second > 0 ? folded.substring(second) : folded);
        }
        return words;
    }
}
